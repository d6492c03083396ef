import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { emitApi } from '../api/emit/emit-api.ts'
import { writeFiles } from '../api/emit/write-files.ts'
import { serveApi } from './dev-api.ts'
import { siteFiles } from './emit/site-files.ts'
import { startSearchIndex, type SearchIndexing } from './search/search-index.ts'
import { registry, shareRegistry, siteServers } from './shared-registry.ts'

/**
 * Makes a registry of an Astro site: `astro dev` answers the API beside the pages, and `astro build` writes the API
 * and the search index into the same folder.
 */
export function registrySite(): AstroIntegration {
  let indexing: SearchIndexing | undefined
  return {
    name: 'registry-site',
    hooks: {
      // Not `import.meta.env`, which an operator's environment can turn.
      'astro:config:setup': ({ command }) =>
        shareRegistry({ ...registry(), isDevelopment: command === 'dev' }),
      'astro:server:setup': ({ server, refreshContent }) => serveApi(server, refreshContent),
      // Pagefind is a process of its own: it reads the servers while Astro renders them.
      'astro:build:start': async () => {
        indexing = startSearchIndex(await siteServers(), registry().config)
      },
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir)
        const { config } = registry()
        const catalog = await registry().catalog()
        await emitApi(catalog, config, out, { warn: (message) => logger.warn(message) })
        await writeFiles(out, siteFiles(catalog, config))
        registry().reuse?.takeOver(out)
        await indexing?.write(out)
      },
    },
  }
}
