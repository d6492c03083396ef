type Random = () => number

/** A small generator with a seed (mulberry32), so that every run makes the same mutants. */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

interface Slot {
  parent: Record<string, unknown>
  key: string
}

function slotsOf(value: unknown): Slot[] {
  if (typeof value !== 'object' || value === null) return []
  const parent = value as Record<string, unknown>
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...slotsOf(parent[key])])
}

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!

const STRANGE = [
  null,
  7,
  true,
  '',
  'x',
  [],
  {},
  ['x'],
  { x: 1 },
  'latest',
  'a/b',
  'https://x.org/y',
  '/y',
  '%zz',
]
const WORDS = [
  'positional',
  'named',
  'stdio',
  'sse',
  'streamable-http',
  'http',
  'number',
  'filepath',
  'integer',
  'active',
  'deleted',
  'dark',
  'auto',
  'image/png',
  'image/gif',
  '48x48',
  'any',
  '48',
  'example.com',
  'ftp://example.com',
  'http://a b',
  'https://{x}/y',
  'f'.repeat(64),
  'F'.repeat(64),
]
const KEYS: Record<string, unknown> = {
  title: '',
  status: 'gone',
  websiteUrl: 'x',
  website_url: 'x',
  icons: [{ src: 'x' }],
  icon: 1,
  placeholder: 5,
  variables: { a: { isRequired: 'yes' } },
  is_required: 1,
  isRepeated: 'no',
  valueHint: 3,
  value_hint: 'x',
  value: 'x',
  name: 'x',
  url: 'x',
  type: 'stdio',
  version: 'latest',
  headers: [{}],
  choices: [1],
  theme: 'auto',
  sizes: ['big'],
  _meta: { 'io.modelcontextprotocol.registry/official': 1 },
  fileSha256: 'abc',
  registryType: 5,
  registryBaseUrl: 'x',
  subfolder: 1,
  default: 1,
}

/** Values at the edge of what some schema says of a key. */
const EDGES: Record<string, unknown[]> = {
  name: ['/x', 'a/', 'a/b', `a/${'b'.repeat(198)}`, `a/${'b'.repeat(199)}`],
  version: ['1'.repeat(255), '1'.repeat(256)],
  description: ['😀'.repeat(100), '😀'.repeat(101)],
  src: [`https://x.org/${'a'.repeat(241)}`, `https://x.org/${'a'.repeat(242)}`],
  theme: ['light', 'blue', 1],
  mimeType: ['image/webp', 'image/bmp', 1],
  type: [1, 'positional', 'named'],
  headers: [{}, 'x', [{ name: 'X-Key' }], [{ name: 1 }], [{ value: 'x' }]],
  choices: ['x', {}, ['x'], [1]],
  value_hint: [1, 'x'],
  valueHint: [1, 'x'],
}

type Mutation = (slot: Slot, random: Random) => void

const MUTATIONS: Mutation[] = [
  ({ parent, key }, random) => {
    if (key in EDGES) parent[key] = structuredClone(pick(EDGES[key]!, random))
  },
  ({ parent }, random) => {
    const added = pick(Object.keys(EDGES), random)
    if (!Array.isArray(parent)) parent[added] = structuredClone(pick(EDGES[added]!, random))
  },
  ({ parent, key }) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1)
    else delete parent[key]
  },
  ({ parent, key }, random) => {
    parent[key] = structuredClone(pick(STRANGE, random))
  },
  ({ parent, key }, random) => {
    if (typeof parent[key] === 'string')
      parent[key] = parent[key].padEnd(pick([101, 201, 256], random), 'é😀')
  },
  ({ parent, key }) => {
    if (Array.isArray(parent)) return
    const value = parent[key]
    delete parent[key]
    parent[
      key.includes('_')
        ? key.replace(/_(.)/g, (_, c: string) => c.toUpperCase())
        : key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`) + (/[A-Z]/.test(key) ? '' : 'x')
    ] = value
  },
  ({ parent, key }) => {
    parent[key] = null
  },
  ({ parent, key }, random) => {
    if (typeof parent[key] === 'string') parent[key] = pick(WORDS, random)
  },
  ({ parent, key }, random) => {
    const target = Array.isArray(parent) ? parent[Number(key)] : parent
    if (typeof target !== 'object' || target === null || Array.isArray(target)) return
    const added = pick(Object.keys(KEYS), random)
    target[added] = structuredClone(KEYS[added])
  },
]

/** A copy of a document with one to three things changed at random places. */
export function mutate(document: unknown, random: Random): unknown {
  const copy = structuredClone(document)
  for (let i = 0; i <= random() * random() * 3; i++) {
    const slots = slotsOf(copy)
    if (slots.length > 0) pick(MUTATIONS, random)(pick(slots, random), random)
  }
  return copy
}
