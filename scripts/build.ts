import { hash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'astro'
import { buildAside } from '../src/api/emit/swap.ts'
import { codeKey } from '../src/site/reuse/code-key.ts'
import { planReuse } from '../src/site/reuse/reuse.ts'
import { shareRegistry } from '../src/site/shared-registry.ts'
import { openRegistry } from '../src/site/open-registry.ts'
import { registryOut, registryRoot, requireRegistry } from './folders.ts'
import { run, warn } from './run.ts'

const started = performance.now()
const project = fileURLToPath(new URL('..', import.meta.url))

await run(async () => {
  requireRegistry()
  // Read before Astro starts: problems in servers/ are then told as they are, and not as a failure of Astro.
  const registry = openRegistry(registryRoot, warn)
  const key = codeKey(project) + JSON.stringify(registry.config)
  const { kept, place, remember } = await planReuse(registryOut, noteOf(registryOut), key, async () => {
    return (await registry.catalog()).servers
  })
  shareRegistry({ ...registry, kept })
  // Astro moves files between the output and a folder of its own, which is inside the project or nowhere near it.
  process.chdir(project)
  const site = (folder: string): Promise<void> =>
    build({
      root: project,
      outDir: folder,
      // Goes away with the build: two registries built from one checkout must not share their caches.
      cacheDir: join(dirname(folder), 'cache'),
      // A line for each of 40,000 pages would be noise.
      logLevel: 'warn',
    })
  await buildAside(registryOut, site, { workshop: project, place })
  remember()
  const { servers } = await registry.catalog()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${servers.length} servers in ${registryOut}, built in ${seconds} s`)
})

/** Where the build in `out` is noted. */
function noteOf(out: string): string {
  return join(
    project,
    'node_modules/.cache/mcp-git-registry',
    `build-${hash('sha256', out, 'hex').slice(0, 16)}.json`,
  )
}
