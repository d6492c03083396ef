import { defineConfig, passthroughImageService } from 'astro/config'
import { registryOut, registryRoot } from './scripts/folders.ts'
import { registrySite } from './src/site/integration.ts'
import { openRegistry } from './src/site/open-registry.ts'

const { config } = openRegistry(registryRoot)

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
  vite: { build: { assetsInlineLimit: 0 } },
  integrations: [registrySite()],
})
