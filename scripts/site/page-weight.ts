import { gzipSync } from 'node:zlib'
import { posix } from 'node:path'
import type { BuiltFiles } from './built-files.ts'
import { tagsOf } from './html-tags.ts'

/** What a first visit to a page costs before anybody touches it, in bytes of gzip; fonts are packed already. */
export interface PageWeight {
  html: number
  css: number
  js: number
  font: number
  images: number
  total: number
  /** The page and everything it loads by itself, without the icon that browsers ask for when all is done. */
  requests: number
}

/** Weighs pages of one build; what they share is weighed once. */
export function pageScales(files: BuiltFiles, base: string): (file: string) => PageWeight {
  const sizes = new Map<string, number>()
  const sizeOf = (path: string): number => {
    const known = sizes.get(path) ?? packedSize(path, files.bytes(path))
    sizes.set(path, known)
    return known
  }
  const closures = new Map<string, ReadonlySet<string>>()
  const modulesOf = (path: string): ReadonlySet<string> => {
    const known = closures.get(path) ?? importsOf(path, files)
    closures.set(path, known)
    return known
  }

  return (file) => {
    const html = files.read(file)
    const loads = loadsOf(html, base)
    const scripts = new Set([...loads.js].flatMap((path) => [...modulesOf(path)]))
    const sum = (paths: Iterable<string>): number =>
      [...paths].reduce((total, path) => total + sizeOf(path), 0)
    const [css, js, font, images] = [sum(loads.css), sum(scripts), sum(loads.font), sum(loads.images)]
    const own = gzipSync(html).length
    const requests = 1 + loads.css.size + scripts.size + loads.font.size + loads.images.size
    return { html: own, css, js, font, images, total: own + css + js + font + images, requests }
  }
}

/** Above this, hosts compress; fonts and raster images are compressed as they are. */
function packedSize(path: string, bytes: Buffer): number {
  return /\.(?:woff2|png|jpe?g|webp|avif)$/.test(path) ? bytes.length : gzipSync(bytes).length
}

interface Loads {
  css: Set<string>
  js: Set<string>
  font: Set<string>
  images: Set<string>
}

function loadsOf(html: string, base: string): Loads {
  const loads: Loads = { css: new Set(), js: new Set(), font: new Set(), images: new Set() }
  for (const { name, attributes } of tagsOf(html)) {
    const kind = kindOf(name, attributes)
    const address = attributes.href ?? attributes.src
    if (kind && address?.startsWith(base)) loads[kind].add(address.slice(base.length))
  }
  return loads
}

function kindOf(
  name: string,
  { rel = '', as, loading }: Readonly<Record<string, string>>,
): keyof Loads | undefined {
  if (name === 'script') return 'js'
  if (name === 'img') return loading === 'lazy' ? undefined : 'images'
  if (name !== 'link') return undefined
  if (rel === 'stylesheet') return 'css'
  if (rel === 'modulepreload' || (rel === 'preload' && as === 'script')) return 'js'
  return rel === 'preload' && as === 'font' ? 'font' : undefined
}

/** `import … from "./x.js"` and `import "./x.js"` as bundlers write them; `import("./x.js")` waits until it is asked. */
const IMPORT = /(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w$*{}\s,]+?\s*from\s*)?["']([^"']+)["']/g

/** A script with everything that it loads before it starts. */
function importsOf(path: string, files: BuiltFiles, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const [, specifier] of files.read(path).matchAll(IMPORT)) {
    if (specifier!.startsWith('.')) importsOf(posix.join(posix.dirname(path), specifier!), files, seen)
  }
  return seen
}
