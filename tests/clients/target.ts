import assert from 'node:assert/strict'

/** A registry under test. */
export interface Target {
  /** `static`: queries are ignored; `handler`: they are understood. */
  kind: 'static' | 'handler'
  /** Whether the host sends `X` to `X/` although there is an `X.html`, so that lists take one hop more. */
  redirectsToFolders?: boolean
  /** Answers one request and follows no redirect. `path` has its query with it and starts with `/`. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

/** An answer behind all redirects. */
export interface Answer {
  path: string
  status: number
  headers: Headers
  text: string
  hops: number
}

const MAX_HOPS = 5

/** The origin that VS Code asks with. */
const ORIGIN = 'vscode-file://vscode-app'

/** Asks as a browser does: it follows redirects, but every answer on the way must be open to other origins. */
export async function get(target: Target, path: string): Promise<Answer> {
  let at = path
  for (let hops = 0; hops <= MAX_HOPS; hops++) {
    const response = await target.fetch(at, { headers: { origin: ORIGIN } })
    assert.equal(
      response.headers.get('access-control-allow-origin'),
      '*',
      `${at} is not open to other origins`,
    )
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || location === null) {
      // Not `text()`, which would swallow a byte order mark.
      const text = Buffer.from(await response.arrayBuffer()).toString('utf8')
      return { path, status: response.status, headers: response.headers, text, hops }
    }
    at = sameOrigin(at, location)
  }
  throw new assert.AssertionError({ message: `${path} redirects without end` })
}

/** Asks for a JSON document that must be there. */
export async function getJson<T>(target: Target, path: string): Promise<T> {
  const { status, text } = await get(target, path)
  assert.equal(status, 200, `${path} is answered with ${status}`)
  return JSON.parse(text) as T
}

/** A redirect may lead to another path, never to another host and never from https to http. */
function sameOrigin(path: string, location: string): string {
  const base = new URL(path, 'https://registry.invalid')
  const next = new URL(location, base)
  assert.equal(next.origin, base.origin, `${path} redirects to ${location}`)
  return next.pathname + next.search
}

/** Runs a check over many items, some at a time. */
export async function forEach<T>(items: Iterable<T>, check: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items][Symbol.iterator]()
  const worker = async (): Promise<void> => {
    for (const item of rest) await check(item)
  }
  await Promise.all(Array.from({ length: 8 }, worker))
}
