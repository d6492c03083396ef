import { hash } from 'node:crypto'
import { THEME_SCRIPT } from './theme-script.ts'

/**
 * What a page may load: its own files, and nothing from anywhere else. Publishers' text is escaped; should something
 * slip through one day, it still cannot run or call home. Pagefind needs WebAssembly and a worker.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash('sha256', THEME_SCRIPT, 'base64')}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')
