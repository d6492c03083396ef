/** What the protocol handler of Windows takes, and with it the rest of the world. */
const MAX_LENGTH = 2000

/** A link, unless it is longer than every system takes. */
export function shortEnough(url: string): string[] {
  return url.length <= MAX_LENGTH ? [url] : []
}

/** The flat form that VS Code and Visual Studio read; other members would stop their dialog. */
function flatPayload(payload: object): string {
  return encodeURIComponent(JSON.stringify(payload))
}

export function vscodeLink(scheme: 'vscode' | 'vscode-insiders', payload: object): string {
  return `${scheme}:mcp/install?${flatPayload(payload)}`
}

export function visualStudioLink(payload: object): string {
  return `https://vs-open.link/mcp-install?${flatPayload(payload)}`
}

/** A link by which VS Code gets an entry from its registry and shows the page of it. `undefined` for private registries. */
export function registryLink(
  scheme: 'vscode' | 'vscode-insiders',
  registryUrl: string,
  name: string,
): string | undefined {
  if (!isPublicHttps(registryUrl)) return undefined
  const { host, pathname } = new URL(registryUrl)
  const path = `${host}${pathname.replace(/\/+$/, '')}`
  return `${scheme}:mcp/${path}/v0.1/servers/${encodeURIComponent(name.toWellFormed())}/versions/latest`
}

/** Whether everybody reaches an address, over `https:` and by a name that the public DNS could know. */
export function isPublicHttps(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  const isName = /\.[a-z][a-z0-9-]*$/i.test(hostname)
  return (
    protocol === 'https:' &&
    isName &&
    !/\.(?:local|localhost|internal|intranet|lan|home|corp)$/i.test(hostname)
  )
}

export function cursorLink(name: string, config: object): string {
  return `cursor://anysphere.cursor-deeplink/mcp/install?${query({ name, config: base64(config) })}`
}

export function lmStudioLink(name: string, config: object): string {
  return `lmstudio://add_mcp?${query({ name, config: base64(config) })}`
}

export function kiroLink(name: string, config: object): string {
  return `https://kiro.dev/launch/mcp/add?${query({ name, config: JSON.stringify(config) })}`
}

/** Goose asks for each of `env` or `header` by `NAME=description`. */
export function gooseLink(parameters: readonly (readonly [string, string])[]): string {
  return `goose://extension?${parameters.map(parameter).join('&')}`
}

function query(parameters: Record<string, string>): string {
  return Object.entries(parameters).map(parameter).join('&')
}

function parameter([name, value]: readonly [string, string]): string {
  return `${name}=${encodeURIComponent(value.toWellFormed())}`
}

/** Of the UTF-8 bytes. */
function base64(config: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify(config))
  return btoa(String.fromCharCode(...bytes))
}
