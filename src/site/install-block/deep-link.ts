/** What the links of clients begin with. Everything else, such as `javascript:`, is not linked. */
const SCHEMES: ReadonlySet<string> = new Set([
  'https:',
  'vscode:',
  'vscode-insiders:',
  'cursor:',
  'lmstudio:',
  'goose:',
  'raycast:',
])

/** An address that may become an install link; anything else is `undefined`. */
export function deepLink(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, username, password } = new URL(url)
  return SCHEMES.has(protocol) && !username && !password ? url : undefined
}
