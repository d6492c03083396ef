import { request, type Dispatcher } from 'undici'
import { show } from '../../validate/text/show.ts'
import { routeTo, type Destinations, type Route } from './destinations.ts'
import { OutOfReach } from './out-of-reach.ts'
import { transportFailure } from './transport-failure.ts'
import { retryAfter, TryAgain } from './try-again.ts'

/** A request with everything decided. */
export interface Try {
  url: URL
  headers: Record<string, string>
  maxBytes: number
  /** For the whole try, in milliseconds. */
  timeoutMs: number
  redirects: number
}

/** Where requests may go, and the connections by which they get there. */
export interface Ways {
  destinations: Destinations
  dispatchers: Record<Route, Dispatcher>
}

export interface Answered<Content> {
  status: number
  headers: Headers
  content: Content
  url: string
}

type Read<Content> = (body: AsyncIterable<Buffer>) => Promise<Content>

/** What may be sent on to another origin: nothing that tells who we are, or that was meant for the first host only. */
const HARMLESS = ['accept', 'accept-encoding', 'user-agent']

/**
 * Asks once, and follows redirects by hand, so that every address on the way is looked at.
 *
 * @throws OutOfReach where we do not go, TryAgain where another try may succeed
 */
export async function tryOnce<Content>(
  first: Try,
  ways: Ways,
  read: Read<Content>,
): Promise<Answered<Content>> {
  const signal = AbortSignal.timeout(first.timeoutMs)
  let from: Route | undefined
  let { url, headers } = first
  for (let hops = 0; ; hops++) {
    const route = routeTo(url, ways.destinations, from)
    const answer = await hop({ ...first, url, headers }, ways.dispatchers[route], signal, read)
    if (!('location' in answer)) return answer
    if (hops === first.redirects) throw new OutOfReach(`${show(url.host)} redirects too often.`)
    if (answer.location.origin !== url.origin) headers = harmless(headers)
    url = answer.location
    from = route
  }
}

async function hop<Content>(
  { url, headers, maxBytes, timeoutMs, redirects }: Try,
  dispatcher: Dispatcher,
  signal: AbortSignal,
  read: Read<Content>,
): Promise<Answered<Content> | { location: URL }> {
  try {
    const response = await request(url, { headers, dispatcher, signal })
    const { statusCode: status, body } = response
    const received = headersOf(response.headers)
    const location = redirects > 0 && isRedirect(status) ? received.get('location') : null
    if (location !== null || isTransient(status)) await body.dump()
    if (isTransient(status)) {
      throw new TryAgain(url.host, `answered ${status}`, retryAfter(received.get('retry-after')))
    }
    if (location !== null) return { location: resolve(location, url) }
    const content = await read(capped(body, maxBytes, url.host))
    return { status, headers: received, content, url: url.href }
  } catch (error) {
    throw transportFailure(error, url.host, timeoutMs)
  }
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

function isTransient(status: number): boolean {
  return [408, 425, 429].includes(status) || status >= 500
}

function resolve(location: string, base: URL): URL {
  if (!URL.canParse(location, base)) throw new OutOfReach(`${show(base.host)} redirects to no address.`)
  return new URL(location, base)
}

async function* capped(body: AsyncIterable<Buffer>, maxBytes: number, host: string): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > maxBytes) throw new OutOfReach(`${show(host)} answers with more than ${inWords(maxBytes)}.`)
    yield chunk
  }
}

function inWords(bytes: number): string {
  return bytes < 2 ** 20 ? `${bytes} bytes` : `${Math.floor(bytes / 2 ** 20)} MiB`
}

function headersOf(received: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(received)) {
    for (const value of [values].flat()) headers.append(name, value)
  }
  return headers
}

function harmless(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => HARMLESS.includes(name.toLowerCase())))
}
