import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

/**
 * What answers `/X` where there are both a file `X.html` and a folder `X`. Reports about GitHub Pages contradict each
 * other, so whatever we emit has to work under either rule.
 */
export type PagesRule = 'html-first' | 'folder-first'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'application/javascript; charset=utf-8',
  '.yaml': 'text/yaml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  // A version's last number is taken for an extension: mime-db knows this one.
  '.123': 'application/vnd.lotus-1-2-3',
}

/** Answers requests for the files in `root` as GitHub Pages does. */
export function githubPages(root: string, rule: PagesRule): (request: Request) => Response {
  return (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return reply(request, 405, 'Not Allowed')
    const { pathname, search } = new URL(request.url)
    const path = decodeOnce(pathname)
    if (path === undefined || path.includes('\0')) return reply(request, 400, 'Bad Request')
    const found = resolve(root, path, rule)
    if (found === 'folder') {
      const location = `${path.split('/').map(encodeURIComponent).join('/')}/${search}`
      return reply(request, 301, 'Moved Permanently', { location })
    }
    if (found) return reply(request, 200, readFileSync(found), { 'content-type': typeOf(found) })
    const missing = join(root, '404.html')
    const page = existsSync(missing) ? readFileSync(missing) : 'Not Found'
    return reply(request, 404, page, { 'content-type': TYPES['.html']! })
  }
}

/** The file to send, or `folder` where the path lacks the slash of one. */
function resolve(root: string, path: string, rule: PagesRule): string | undefined {
  const target = join(root, path)
  // A host's look-up never leaves the site, and links are not followed by hand here.
  if (path.split('/').some((segment) => segment === '..' || segment === '.')) return undefined
  if (path.endsWith('/')) return isFile(join(target, 'index.html')) ? join(target, 'index.html') : undefined
  if (isFile(target)) return target
  const html = isFile(`${target}.html`) ? `${target}.html` : undefined
  const folder = isFolder(target) ? ('folder' as const) : undefined
  return rule === 'html-first' ? (html ?? folder) : (folder ?? html)
}

function decodeOnce(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function typeOf(path: string): string {
  return TYPES[extname(path)] ?? 'application/octet-stream'
}

function reply(
  { method }: Request,
  status: number,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Response {
  return new Response(method === 'HEAD' ? null : (body as BodyInit), {
    status,
    headers: { 'access-control-allow-origin': '*', 'cache-control': 'max-age=600', ...headers },
  })
}
