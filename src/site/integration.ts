import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { serveApi } from './dev-api.ts'
import { startInstallBlocks } from './install-ahead/install-ahead.ts'
import { startEmission, type Emission } from './emit/emission.ts'
import { isLiving } from './lists/server-row.ts'
import { isToBeMade, registry, shareRegistry } from './shared-registry.ts'

/**
 * Makes a registry of an Astro site: `astro dev` answers the API beside the pages, and `astro build` writes the API
 * and the search index into the same folder.
 */
export function registrySite(): AstroIntegration {
  let out: string
  let emission: Emission | undefined
  return {
    name: 'registry-site',
    hooks: {
      // Not `import.meta.env`, which an operator's environment can turn.
      'astro:config:setup': ({ command }) =>
        shareRegistry({ ...registry(), isDevelopment: command === 'dev' }),
      'astro:config:done': ({ config }) => {
        out = fileURLToPath(config.outDir)
      },
      'astro:server:setup': ({ server, refreshContent }) => serveApi(server, refreshContent),
      // Astro has emptied the folder by now. The hook comes once for each bundle.
      'astro:build:setup': async ({ logger }) => {
        const { config, kept = new Set<string>() } = registry()
        const order = { catalog: await registry().catalog(), config, kept, out }
        emission ??= startEmission(order, (message) => logger.warn(message))
        if (registry().installBlocks) return
        const { servers } = order.catalog
        const entries = servers
          .filter(({ name, latest }) => isToBeMade(name) && isLiving(latest.official))
          .map(({ latest }) => latest)
        shareRegistry({ ...registry(), installBlocks: startInstallBlocks(entries, config.url) })
      },
      'astro:build:done': async () => {
        await registry().installBlocks?.stop()
        await emission?.finish()
      },
    },
  }
}
