import { hash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as buildWithAstro } from 'astro'
import { buildAside } from '../src/api/emit/swap.ts'
import { SiteBuild } from '../src/site/build/site-build.ts'
import { codeKey } from '../src/site/reuse/code-key.ts'
import { planReuse, type Reuse } from '../src/site/reuse/reuse.ts'
import { openRegistry } from '../src/site/open-registry.ts'
import { siteServers } from '../src/site/shared-registry.ts'
import { registryOut, registryRoot, requireRegistry } from './folders.ts'
import { run, warn } from './run.ts'

const started = performance.now()
const project = fileURLToPath(new URL('..', import.meta.url))

await run(async () => {
  requireRegistry()
  const { config } = openRegistry(registryRoot, warn)
  const key = codeKey(project) + JSON.stringify(config)
  let build: SiteBuild | undefined
  // Astro moves files between the output and a folder of its own, which is inside the project or nowhere near it.
  process.chdir(project)
  const site = async (folder: string): Promise<Reuse & Pick<SiteBuild, 'folders'>> => {
    build = new SiteBuild(warn, (parts) => planReuse(registryOut, noteOf(registryOut), key, parts))
    await buildWithAstro({
      root: project,
      outDir: folder,
      // Goes away with the build: two registries built from one checkout must not share their caches.
      cacheDir: join(dirname(folder), 'cache'),
      // A line for each of 40,000 pages would be noise.
      logLevel: 'warn',
    })
    return { ...(await build.reuse), folders: build.folders }
  }
  const stop = async (): Promise<void> => build?.stop()
  const { remember, folders } = await buildAside(registryOut, site, { workshop: project, stop })
  remember(folders)
  const { length } = await siteServers()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${length} servers in ${registryOut}, built in ${seconds} s`)
})

/** Where the build in `out` is noted. */
function noteOf(out: string): string {
  return join(
    project,
    'node_modules/.cache/mcp-git-registry',
    `build-${hash('sha256', out, 'hex').slice(0, 16)}.json`,
  )
}
