/** What Vite asks of this plugin. */
interface PreloadPlugin {
  name: string
  enforce: 'pre'
  load: { filter: { id: RegExp }; handler(): { code: string; moduleType: 'js' } }
}

/**
 * What Vite puts before every `import()`, without what this site has no use for: no script here brings a style sheet,
 * and scripts that are wanted soon are asked for together. Every page loads it, and Vite's own is ten times as long.
 *
 * A file is named from the site's root; scripts are one folder below it.
 */
const HELPER = `const asked = new Set()
export const __vitePreload = (load, files = []) => {
  for (const file of files) {
    if (asked.has(file)) continue
    asked.add(file)
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = new URL('../' + file, import.meta.url)
    document.head.append(link)
  }
  return load()
}`

/** Makes the part of Vite that every page loads a few lines long. */
export function shortPreload(): PreloadPlugin {
  return {
    name: 'short-preload',
    enforce: 'pre',
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => ({ code: HELPER, moduleType: 'js' }),
    },
  }
}
