import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'astro'
import { buildAside } from '../src/api/emit/swap.ts'
import { openRegistry } from '../src/site/open-registry.ts'
import { registryOut, registryRoot } from './folders.ts'
import { run, warn } from './run.ts'

const started = performance.now()

await run(async () => {
  // Read before Astro starts: problems in servers/ are then told as they are, and not as a failure of Astro.
  const { servers } = await openRegistry(registryRoot, warn).catalog()
  await buildAside(registryOut, (folder) =>
    build({
      root: fileURLToPath(new URL('..', import.meta.url)),
      outDir: folder,
      // Goes away with the build: two registries built from one checkout must not share their caches.
      cacheDir: join(dirname(folder), 'cache'),
      // A line for each of 40,000 pages would be noise.
      logLevel: 'warn',
    }),
  )
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${servers.length} servers in ${registryOut}, built in ${seconds} s`)
})
