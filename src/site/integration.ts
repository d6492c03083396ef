import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { SiteBuild } from './build/site-build.ts'
import { serveApi } from './dev-api.ts'
import { registry, shareRegistry } from './shared-registry.ts'

/**
 * Makes a registry of an Astro site: `astro dev` answers the API beside the pages, and `astro build` writes the API
 * and the search index into the same folder.
 */
export function registrySite(): AstroIntegration {
  let out: string
  let build: SiteBuild
  return {
    name: 'registry-site',
    hooks: {
      // Not `import.meta.env`, which an operator's environment can turn.
      'astro:config:setup': ({ command }) =>
        shareRegistry({ ...registry(), isDevelopment: command === 'dev' }),
      'astro:config:done': ({ config }) => {
        out = fileURLToPath(config.outDir)
      },
      'astro:server:setup': ({ server }) => serveApi(server),
      'astro:build:start': ({ setPrerenderer, logger }) => {
        build = registry().build ?? new SiteBuild((message) => logger.warn(message))
        setPrerenderer((prerenderer) => build.prerenderer(prerenderer, out))
      },
      // Astro has emptied the folder by now.
      'astro:build:setup': () => build.write(out),
      'astro:build:done': () => build.finish(),
    },
  }
}
