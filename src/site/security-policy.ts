import { hash } from 'node:crypto'

/**
 * What a page may load: its own files, and nothing from anywhere else. Publishers' text is escaped; should something
 * slip through one day, it still cannot run or call home. Pagefind needs WebAssembly and a worker.
 *
 * @param inline the scripts within the page
 * @param asks addresses of hosts that the scripts of this page may ask besides its own; only their origins count
 */
export function contentSecurityPolicy(inline: readonly string[], asks: readonly string[]): string {
  const origins = [...new Set(asks.map((address) => new URL(address).origin))]
  const allowed = inline.map((script) => `'sha256-${hash('sha256', script, 'base64')}'`)
  return [
    "default-src 'none'",
    ['script-src', "'self'", "'wasm-unsafe-eval'", ...allowed].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    ['connect-src', "'self'", ...origins].join(' '),
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}
