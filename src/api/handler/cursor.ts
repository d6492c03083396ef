/** A place in the list: just after the record with this name and version. */
export interface Position {
  name: string
  version: string
}

const OURS = /^c1\.([A-Za-z0-9_-]+)$/

/**
 * Writes a cursor. Clients put it into the next address without encoding it, so it holds nothing but letters, digits,
 * `.`, `-` and `_`. It names a record and not a page: it stays good when the registry is deployed anew.
 */
export function writeCursor({ name, version }: Position): string {
  const bytes = new TextEncoder().encode(`${name}:${version}`)
  const base64 = btoa(String.fromCharCode(...bytes))
  return `c1.${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`
}

/**
 * Reads a cursor of ours, or the official server's plain `name:version`; without a colon it is a name only. Any text
 * is a cursor, as upstream.
 */
export function readCursor(text: string): Position {
  const plain = decode(text) ?? text
  const colon = plain.indexOf(':')
  // A position after a whole name: nothing sorts between a name's versions and the name's end.
  if (colon < 0) return { name: plain, version: '\u{10FFFF}' }
  return { name: plain.slice(0, colon), version: plain.slice(colon + 1) }
}

function decode(text: string): string | undefined {
  const base64 = OURS.exec(text)?.[1]
  if (base64 === undefined) return undefined
  try {
    const binary = atob(base64.replaceAll('-', '+').replaceAll('_', '/'))
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)))
  } catch {
    return undefined
  }
}
