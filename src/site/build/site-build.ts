import type { AstroPrerenderer } from 'astro'
import { FileWriter } from '../../api/emit/write-files.ts'
import { startRegistryThread, type RegistryThread } from '../emit/registry-thread.ts'
import { startInstallBlocks, type InstallBlocks } from '../install-ahead/install-ahead.ts'
import { isLiving } from '../lists/server-row.ts'
import { partsOf, type Part } from '../reuse/parts.ts'
import type { Reuse } from '../reuse/reuse.ts'
import { isToBeMade, registry, shareRegistry } from '../shared-registry.ts'
import { writtenByThreads } from './write-pages.ts'

type Plan = (parts: Promise<ReadonlyMap<Part, string>>) => Promise<Reuse>

const everything: Plan = async () => ({ kept: new Set(), remember() {} })

/**
 * A build of the site: this thread has Astro, and others read the registry, write files and make install blocks. They
 * begin before Astro does, which bundles the site meanwhile.
 */
export class SiteBuild {
  /** What stays of the last build. */
  readonly reuse: Promise<Reuse>
  /** The folders that files of the registry were written into, once it is finished. */
  folders: ReadonlySet<string> = new Set()
  readonly #thread: RegistryThread
  #isWriting = false
  #pages: FileWriter | undefined
  #installBlocks: InstallBlocks | undefined

  /**
   * Begins to build the open registry.
   *
   * @param plan decides what stays of the last build
   */
  constructor(warn: (message: string) => void, plan = everything) {
    const { root, config } = registry()
    const thread = startRegistryThread({ root, config }, warn)
    this.#thread = thread
    this.reuse = plan(thread.catalog.then(({ servers }) => partsOf(servers)))
    this.reuse.catch(() => {})
    shareRegistry({ ...registry(), catalog: () => thread.catalog, build: this })
  }

  /** Has everything but the pages written into the folder `out`, as soon as there is something to write. */
  write(out: string): void {
    // Astro asks once for each bundle.
    if (this.#isWriting) return
    this.#isWriting = true
    this.#thread.write(
      out,
      this.reuse.then(({ kept }) => kept),
    )
  }

  /** Renders the pages as Astro does, once it is known which, and into the folder `out` by threads of their own. */
  prerenderer(astro: AstroPrerenderer, out: string): AstroPrerenderer {
    const pages = (this.#pages = new FileWriter(out))
    return {
      ...astro,
      setup: async () => {
        await astro.setup?.()
        const { servers } = await this.#thread.catalog
        shareRegistry({ ...registry(), kept: (await this.reuse).kept })
        const entries = servers
          .filter(({ name, latest }) => isToBeMade(name) && isLiving(latest.official))
          .map(({ latest }) => latest)
        const { config } = registry()
        this.#installBlocks = startInstallBlocks(entries, config.url)
        shareRegistry({ ...registry(), installBlocks: this.#installBlocks })
      },
      render: writtenByThreads(
        (request, options) => astro.render(request, options),
        registry().config.base,
        pages,
      ),
    }
  }

  /**
   * Waits until everything is written.
   *
   * @throws what a thread could not go on with
   */
  async finish(): Promise<void> {
    await this.#pages?.finish()
    const others = await this.#thread.finish()
    this.folders = others.union(this.#pages?.folders ?? new Set())
    await this.stop()
  }

  /** Ends whatever still runs; after a failure that may be all of it. */
  async stop(): Promise<void> {
    await Promise.all([this.#pages?.stop(), this.#installBlocks?.stop(), this.#thread.stop()])
  }
}
