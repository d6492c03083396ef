import {
  PUBLISHER_META,
  type Repository,
  type ServerJson,
  type Transport,
} from '../../../src/model/server-json.ts'
import { inventPackages, KINDS, type PackageFacts } from './packages.ts'
import type { Identity } from './names.ts'
import { inventHeader } from './settings.ts'
import { commonWord } from './names.ts'
import type { Random } from './random.ts'
import { CIRCUMSTANCES, OBJECTS, VERBS } from './words.ts'

const SCHEMA = 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json'
const LONGEST_DESCRIPTION = 100

/**
 * Invents what a server is, and gives a function that writes its server.json for a version. Successive versions
 * resemble each other as real ones do: the descriptions change now and then, the packages get the new version.
 */
export function inventDocument(identity: Identity, random: Random): (version: string) => ServerJson {
  const kinds = random.weighted(KINDS)
  const slug = identity.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  const facts: PackageFacts = { ...identity, slug }
  const title = random.chance(0.4) ? titleOf(identity.name) : undefined
  const repository = random.chance(kinds.length > 0 ? 0.93 : 0.6)
    ? inventRepository(identity, slug, random)
    : undefined
  const hasWebsite = random.chance(0.35)
  const hasIcon = random.chance(0.05)
  const remotes = kinds.length === 0 || random.chance(0.03) ? inventRemotes(identity, slug, random) : []
  const packages = inventPackages(kinds, facts, random)
  const meta = random.chance(0.02) ? inventMeta(random) : undefined
  let description = describe(random)
  return (version) => {
    if (random.chance(0.08)) description = describe(random)
    return {
      $schema: SCHEMA,
      name: identity.serverName,
      ...(title && { title }),
      description,
      ...(repository && { repository }),
      version,
      ...(hasWebsite && { websiteUrl: `https://${identity.host}/${slug}` }),
      ...(hasIcon && {
        icons: [{ src: `https://${identity.host}/${slug}.png`, mimeType: 'image/png', sizes: ['48x48'] }],
      }),
      ...(packages.length > 0 && { packages: packages.map((write) => write(version)) }),
      ...(remotes.length > 0 && { remotes }),
      ...(meta && { _meta: { [PUBLISHER_META]: meta } }),
    }
  }
}

function titleOf(name: string): string {
  const words = name
    .split(/[-_.]/)
    .map((word) => (word === 'mcp' ? 'MCP' : word[0]!.toUpperCase() + word.slice(1)))
  return words.join(' ').slice(0, LONGEST_DESCRIPTION)
}

function describe(random: Random): string {
  const joint = random.chance(0.2) ? ' — ' : ' '
  const object = commonWord(OBJECTS, random)
  const first = `${commonWord(VERBS, random)} ${object}`
  const more = random.chance(0.85) ? ` and ${commonWord(OBJECTS, random)}` : ''
  const whole = `${first}${more}${joint}${commonWord(CIRCUMSTANCES, random)}${random.chance(0.02) ? ' 🚀' : ''}`
  const full = random.chance(0.006) ? `${whole} 模型上下文协议` : whole
  return [...full].slice(0, LONGEST_DESCRIPTION).join('').trim()
}

function inventRepository({ login }: Identity, slug: string, random: Random): Repository {
  const place = { url: `https://github.com/${login}/${slug}`, source: 'github' }
  const id = random.chance(0.5) ? { id: String(100_000_000 + random.below(900_000_000)) } : {}
  return { ...place, ...id, ...(random.chance(0.15) && { subfolder: `packages/${slug}` }) }
}

function inventRemotes({ host }: Identity, slug: string, random: Random): Transport[] {
  const type = random.chance(0.86) ? 'streamable-http' : 'sse'
  const path = `${slug}/${type === 'sse' ? 'sse' : 'mcp'}`
  const headers = random.chance(0.4) ? { headers: [inventHeader()] } : {}
  if (random.chance(0.05)) {
    const variables = { tenant: { description: 'Your part of the address', isRequired: true } }
    return [{ type, url: `https://{tenant}.${host}/${path}`, ...headers, variables }]
  }
  const main = { type, url: `https://mcp.${host}/${path}`, ...headers }
  return random.chance(0.1)
    ? [main, { type: 'sse', url: `https://mcp.${host}/${slug}/events`, ...headers }]
    : [main]
}

function inventMeta(random: Random): Record<string, unknown> {
  const tools = Array.from({ length: 2 + random.below(12) }, () => ({
    name: `${commonWord(VERBS, random)}_${commonWord(OBJECTS, random)}`.toLowerCase().replaceAll(' ', '_'),
    readOnly: random.chance(0.6),
  }))
  return { build: { tool: 'publisher-cli', revision: random.below(2 ** 31).toString(16) }, tools }
}
