import { defineConfig, passthroughImageService } from 'astro/config'
import { fileURLToPath } from 'node:url'
import { registryOut, registryRoot } from './scripts/folders.ts'
import { shortPreload } from './src/site/build/preload-plugin.ts'
import { registrySite } from './src/site/integration.ts'
import { monoFont } from './src/site/fonts/mono-font.ts'
import { openRegistry } from './src/site/open-registry.ts'
import { compiledSchemas } from './src/validate/schema/compiled-plugin.ts'

const { config } = openRegistry(registryRoot)
const mono = await monoFont(fileURLToPath(new URL('node_modules/.cache/mcp-git-registry', import.meta.url)))

const SHARED = /\/src\/(model|site\/(?!client\/|install|allowlist))/

export default defineConfig({
  site: new URL(config.url).origin,
  base: config.base,
  outDir: registryOut,
  compressHTML: true,
  devToolbar: { enabled: false },
  // Nothing is resized, so nobody has to install an image library.
  image: { service: passthroughImageService() },
  // A highlighter would write styles into the pages, which their content security policy forbids.
  markdown: { syntaxHighlight: false },
  // Every script and style is a file, for the same reason; 30,000 pages share it.
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [compiledSchemas(), shortPreload()],
    build: {
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        output: {
          // What several scripts share is one file: twenty of them with ten lines each would be twenty requests.
          codeSplitting: { groups: [{ name: 'shared', test: SHARED, minShareCount: 2 }] },
        },
      },
    },
    resolve: { alias: [{ find: /^@mono\.woff2/, replacement: mono }] },
  },
  integrations: [registrySite()],
})
