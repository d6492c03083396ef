/** Names that thousands of servers have. The publisher's own name goes before them. */
const COMMON = new Set(['mcp', 'server', 'mcp-server', 'mcp_server', 'mcpserver', 'api', 'remote', 'main'])

/** The id of a server in clients that take only letters, digits, `-` and `_`. Never empty, and starts with none of the latter. */
export function shortName(name: string): string {
  const slash = name.indexOf('/')
  const own = cleaned(name.slice(slash + 1))
  if (own && !COMMON.has(own.toLowerCase())) return own
  const namespace = name.slice(0, Math.max(slash, 0))
  const publisher = cleaned(namespace.slice(namespace.lastIndexOf('.') + 1))
  return [publisher, own].filter(Boolean).join('-') || 'server'
}

function cleaned(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^[-_]+|-+$/g, '')
}
