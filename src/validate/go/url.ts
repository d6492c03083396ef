import { quote } from './text.ts'

/** What Go's `url.Parse` finds in a URL, as far as the rules look at it. */
export interface GoUrl {
  /** Lower case; empty where the reference is relative. */
  scheme: string
  /** User name and password, undecoded; absent where the URL has no `@`. */
  userinfo?: string
  /** With the port, in its own letter case; empty where there is no authority. */
  host: string
  path: string
}

export type GoUrlResult = { url: GoUrl; error?: never } | { url?: never; error: string }

const CONTROL = /[\0-\x1f\x7f]/
const SCHEME = /^([a-zA-Z][a-zA-Z0-9+.-]*):/

/**
 * Go's `url.Parse`, or the text of its error. `new URL()` would judge differently: it trims, repairs and normalises,
 * and refuses ports above 65535.
 * Source: the official rules A09, D09–D13, D24, D32 (validation, porting note 4).
 */
export function parseGoUrl(text: string): GoUrlResult {
  try {
    return { url: parse(text) }
  } catch (error) {
    if (!(error instanceof GoUrlError)) throw error
    return { error: `parse ${quote(text)}: ${error.message}` }
  }
}

class GoUrlError extends Error {}

function parse(text: string): GoUrl {
  const [reference, fragment] = cutFragment(text)
  if (CONTROL.test(reference)) throw new GoUrlError('net/url: invalid control character in URL')
  const url = parseReference(reference)
  checkEscapes(fragment)
  return url
}

function cutFragment(text: string): [string, string] {
  const hash = text.indexOf('#')
  return hash < 0 ? [text, ''] : [text.slice(0, hash), text.slice(hash + 1)]
}

function parseReference(reference: string): GoUrl {
  if (reference.startsWith(':')) throw new GoUrlError('missing protocol scheme')
  const match = SCHEME.exec(reference)
  const scheme = match?.[1]?.toLowerCase() ?? ''
  const afterScheme = match ? reference.slice(match[0].length) : reference
  const rest = afterScheme.split('?', 1)[0]!
  if (!rest.startsWith('/')) {
    if (scheme) return { scheme, host: '', path: '' }
    if (rest.split('/', 1)[0]!.includes(':')) {
      throw new GoUrlError('first path segment in URL cannot contain colon')
    }
  }
  const hasAuthority = rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'))
  if (!hasAuthority) return withPath({ scheme, host: '', path: rest })
  const slash = rest.indexOf('/', 2)
  const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash)
  return withPath({ scheme, ...parseAuthority(authority), path: slash < 0 ? '' : rest.slice(slash) })
}

function withPath(url: GoUrl): GoUrl {
  checkEscapes(url.path)
  return url
}

function parseAuthority(authority: string): { host: string; userinfo?: string } {
  const at = authority.lastIndexOf('@')
  const host = authority.slice(at + 1)
  checkHost(host)
  if (at < 0) return { host }
  const userinfo = authority.slice(0, at)
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(userinfo)) throw new GoUrlError('net/url: invalid userinfo')
  checkEscapes(userinfo)
  return { host, userinfo }
}

function checkHost(host: string): void {
  const bracket = host.startsWith('[') ? host.lastIndexOf(']') : -1
  if (host.startsWith('[') && bracket < 0) throw new GoUrlError("missing ']' in host")
  const colon = bracket < 0 ? host.lastIndexOf(':') : bracket + 1
  const port = colon < 0 ? '' : host.slice(colon)
  if (port !== '' && !/^:[0-9]*$/.test(port)) throw new GoUrlError(`invalid port ${quote(port)} after host`)
  for (let i = 0; i < host.length; i++) {
    if (host[i] === '%') checkHostEscape(host, i, bracket)
    else if (host.charCodeAt(i) < 0x80 && !/[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"]/.test(host[i]!)) {
      throw new GoUrlError(`invalid character ${quote(host[i]!)} in host name`)
    }
  }
}

/** In a host only bytes above 0x7f and `%` itself may be escaped; in the zone of an IPv6 address, anything. */
function checkHostEscape(host: string, at: number, bracket: number): void {
  const escape = host.slice(at, at + 3)
  checkEscapes(escape)
  const zone = bracket < 0 ? -1 : host.indexOf('%25')
  const isZone = zone >= 0 && zone < at && at < bracket
  if (parseInt(escape[1]!, 16) < 8 && escape !== '%25' && !isZone)
    throw new GoUrlError(`invalid URL escape ${quote(escape)}`)
}

function checkEscapes(text: string): void {
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 3)) {
    const escape = text.slice(at, at + 3)
    if (!/^%[0-9A-Fa-f]{2}$/.test(escape)) throw new GoUrlError(`invalid URL escape ${quote(escape)}`)
  }
}

/** Go's `URL.Hostname()`: the host without its port, and without brackets. */
export function hostnameOf(url: GoUrl): string {
  if (url.host.startsWith('[')) return url.host.slice(1, url.host.indexOf(']'))
  const colon = url.host.lastIndexOf(':')
  return colon < 0 ? url.host : url.host.slice(0, colon)
}
