import { powerLawCounts } from './distribution.ts'
import { seededRandom, type Random } from './random.ts'
import { CODAS, ONSETS, TOPICS, VOWELS } from './words.ts'

/** Who a server is, before anything is known about what it does. */
export interface Identity {
  /** `namespace/name` */
  serverName: string
  namespace: string
  name: string
  /** The account that owns the namespace. */
  login: string
  /** A web host of the owner; ends in `.example`, so that nobody's machine is ever called. */
  host: string
}

type Owner = Pick<Identity, 'namespace' | 'login' | 'host'>

const NAMESPACES_PER_SERVER = 0.4
const LARGEST_NAMESPACE = 1300

const FIRST_LABELS = [
  ['com', 54],
  ['ai', 17],
  ['io', 10],
  ['dev', 6],
  ['app', 5],
  ['co', 2],
  ['net', 2],
  ['org', 2],
  ['eu', 1],
  ['de', 1],
] as const

/** How publishers say that it is an MCP server. */
const AFFIXES = [
  ['*', 54],
  ['*-mcp', 28],
  ['*-mcp-server', 6],
  ['mcp-*', 5],
  ['mcp', 4],
  ['mcp-server-*', 1],
  ['*_mcp', 1],
  ['*.mcp', 1],
] as const

/** Invents `count` server names, unique without regard to letter case. Servers of one namespace stand together. */
export function inventIdentities(count: number, seed: number): Identity[] {
  const random = seededRandom(seed, 'names')
  const namespaces = Math.max(1, Math.round(count * NAMESPACES_PER_SERVER))
  const most = Math.max(LARGEST_NAMESPACE, Math.ceil(count / namespaces))
  const sizes = powerLawCounts(namespaces, count, { offset: 0, most }, random)
  const taken = new Set<string>()
  return sizes.flatMap((size) => {
    const owner = inventOwner(random, taken)
    const names = inventNames(size, random)
    return names.map((name) => ({ serverName: `${owner.namespace}/${name}`, name, ...owner }))
  })
}

function inventOwner(random: Random, taken: Set<string>): Owner {
  for (;;) {
    const login = inventLogin(random)
    const namespace = random.chance(0.74) ? `io.github.${login}` : inventDomain(login.toLowerCase(), random)
    if (taken.has(namespace.toLowerCase())) continue
    taken.add(namespace.toLowerCase())
    const host = `${namespace.toLowerCase().split('.').reverse().join('.')}.example`
    return { namespace, login, host }
  }
}

function inventLogin(random: Random): string {
  let login = ''
  for (let left = 2 + random.below(2); left > 0; left--) {
    login += random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS)
  }
  if (random.chance(0.22)) login = login[0]!.toUpperCase() + login.slice(1)
  if (random.chance(0.15)) login += random.pick(['-labs', '-ai', '-dev', 'Labs', 'HQ', '-io'])
  return random.chance(0.1) ? login + random.below(1000) : login
}

function inventDomain(label: string, random: Random): string {
  const domain = `${random.weighted(FIRST_LABELS)}.${label}`
  return random.chance(0.06) ? `${domain}.${random.pick(['tools', 'mcp', 'api', 'labs'])}` : domain
}

function inventNames(count: number, random: Random): string[] {
  const names = new Map<string, string>()
  while (names.size < count) {
    // The larger a namespace, the more words its names need to differ.
    const words = Array.from({ length: random.chance(0.45) ? 1 : 2 }, () => commonWord(TOPICS, random))
    if (names.size > 50) words.push(commonWord(TOPICS, random))
    const plain = random.weighted(AFFIXES).replace('*', [...new Set(words)].join('-'))
    const name = random.chance(0.01) ? plain.toUpperCase() : plain
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name)
  }
  return [...names.values()]
}

/** A word of a list that begins with its commonest ones. */
export function commonWord(words: readonly string[], random: Random): string {
  return words[Math.floor(words.length * random.next() ** 2)]!
}
