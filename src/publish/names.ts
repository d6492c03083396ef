import type { ServerJson } from '../model/server-json.ts'
import { parseServerName } from '../model/server-name.ts'

/** The longest name that the official registry takes (rule A04). */
const LONGEST = 200

/** `io.github.<login>/<name>`, with whatever a name may not have taken out; `undefined` where nothing is left. */
export function githubName(login: string, name: string): string | undefined {
  return validName(`io.github.${login}/${name}`)
}

/** A name of the login's own, called like what is published; `undefined` where that has no name yet. */
export function nameForLogin(login: string, server: Partial<ServerJson>): string | undefined {
  const called = lastWord(server)
  return called === undefined ? undefined : githubName(login, called)
}

/** A name of the account's that the source is under; `undefined` where that is not GitHub. */
export function nameForRepository({ repository }: Partial<ServerJson>): string | undefined {
  const [, owner, name] = /^https:\/\/github\.com\/([^/]+)\/([^/]+)$/.exec(repository?.url ?? '') ?? []
  return owner && name && githubName(owner, repository?.subfolder?.split('/').at(-1) ?? name)
}

/** `com.acme/mcp`, from `https://mcp.acme.com/mcp`: a proposal for a server that is only reached at an address. */
export function nameForDomain({ remotes = [] }: Partial<ServerJson>): string | undefined {
  const host = hostOf(remotes[0]?.url)
  if (!host) return undefined
  return validName(`${host.split('.').toReversed().join('.')}/mcp`)
}

/** The nearest server name to a text, or `undefined`: foreign characters become `-`, ends become letters or digits. */
export function validName(text: string): string | undefined {
  const slash = text.indexOf('/')
  const namespace = trimmed(text.slice(0, slash).replace(/[^a-zA-Z0-9.-]+/g, '-'))
  const name = trimmed(text.slice(slash + 1).replace(/[^a-zA-Z0-9._-]+/g, '-'))
  const whole = `${namespace}/${name}`
  return whole.length <= LONGEST && parseServerName(whole) ? whole : undefined
}

function trimmed(half: string): string {
  let start = 0
  let end = half.length
  while (start < end && '._-'.includes(half[start]!)) start++
  while (end > start && '._-'.includes(half[end - 1]!)) end--
  return half.slice(start, end)
}

/** What people call it: the last part of the package's name, of the repository, or the host of its address. */
function lastWord({ packages = [], repository, remotes = [] }: Partial<ServerJson>): string | undefined {
  const [first] = packages
  const identifier = first?.registryType === 'oci' ? withoutTag(first.identifier) : first?.identifier
  if (identifier && first?.registryType !== 'mcpb') return identifier.slice(identifier.lastIndexOf('/') + 1)
  if (repository?.subfolder) return repository.subfolder.split('/').at(-1)
  if (repository?.url) return repository.url.split('/').at(-1)
  return hostOf(remotes[0]?.url)?.split('.').at(-2)
}

function withoutTag(reference: string): string {
  const [image = ''] = reference.split('@')
  const colon = image.lastIndexOf(':')
  return colon > image.lastIndexOf('/') ? image.slice(0, colon) : image
}

/** Without the label that only says what answers there. */
function hostOf(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { hostname } = new URL(url)
  const shorter = hostname.replace(/^(?:www|mcp|api|server)\./, '')
  return shorter.includes('.') ? shorter : hostname
}
