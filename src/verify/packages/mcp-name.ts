const MARKER = 'mcp-name: '
const NAME_CHARACTERS = 'A-Za-z0-9._/-'
const BOUNDARY = new RegExp(`^(?:$|[^${NAME_CHARACTERS}]|--!?>)`)
const ANY_NAME = new RegExp(`mcp-name:[ \\t]*([${NAME_CHARACTERS}]*[A-Za-z0-9])`)

/** The line that a README needs. */
export function markerFor(name: string): string {
  return `${MARKER}${name}`
}

/**
 * Whether a text says `mcp-name: <name>`, and not the name of another server that only starts with it: the name ends
 * with the text, before a character that no name has, or before the end of an HTML comment.
 * Source: package checks, token boundary (ownership §7).
 */
export function saysName(text: string, name: string): boolean {
  const marker = markerFor(name)
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 1)) {
    if (BOUNDARY.test(text.slice(at + marker.length, at + marker.length + 4))) return true
  }
  return false
}

/** The first name that a text gives after `mcp-name:`, in whatever spelling. */
export function firstNameIn(text: string): string | undefined {
  return ANY_NAME.exec(text)?.[1]
}
