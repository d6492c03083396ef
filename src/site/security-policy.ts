import { hash } from 'node:crypto'
import { THEME_SCRIPT } from './theme-script.ts'

/**
 * What a page may load: its own files, and nothing from anywhere else. Publishers' text is escaped; should something
 * slip through one day, it still cannot run or call home. Pagefind needs WebAssembly and a worker.
 *
 * @param asks addresses of hosts that the scripts of this page may ask besides its own; only their origins count
 */
export function contentSecurityPolicy(asks: readonly string[] = []): string {
  const origins = [...new Set(asks.map((address) => new URL(address).origin))]
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash('sha256', THEME_SCRIPT, 'base64')}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    ['connect-src', "'self'", ...origins].join(' '),
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}
