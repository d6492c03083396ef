import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameShards, SHARD_ROWS, type DatedName } from './name-shards.ts'
import { shardPath, unpackName, wordsOfName } from './shard.ts'

const row = (name: string, more: Partial<DatedName> = {}): DatedName => ({
  name,
  title: '',
  kinds: ['npm'],
  isDeprecated: false,
  isProven: true,
  updatedAt: 1,
  ...more,
})

const namesIn = (rows: DatedName[], wanted: string) =>
  [...nameShards(rows)]
    .find(({ beginning }) => beginning === wanted)
    ?.shard.rows.map((packed) => unpackName(packed).name)

test('every server is under the first letters of each of its words', () => {
  const rows = [row('io.github.acme/weather-radar', { title: 'Sky' })]
  expect([...nameShards(rows)].map(({ beginning }) => beginning)).toEqual(['ac', 'ra', 'sk', 'we'])
})

test('the likeliest comes first: the name, then its beginning, then the living and the proven', () => {
  const rows = [
    row('com.b/my-weather'),
    row('com.weather/radar'),
    row('com.c/weather', { isDeprecated: true }),
    row('com.d/weather', { isProven: false }),
    row('com.e/weather'),
    row('com.a/weather-map'),
  ]
  expect(namesIn(rows, 'we')).toEqual([
    'com.e/weather',
    'com.d/weather',
    'com.a/weather-map',
    'com.b/my-weather',
    'com.weather/radar',
    'com.c/weather',
  ])
})

test('where a shard is full, nothing is lost: longer beginnings have their own', () => {
  const rows = Array.from({ length: 2 * SHARD_ROWS }, (_, index) =>
    row(`com.publisher${index}/we${String.fromCharCode(97 + (index % 20))}x${index}`),
  )
  const shards = [...nameShards(rows)]
  expect(shards.find(({ beginning }) => beginning === 'we')!.shard).toMatchObject({ split: 1 })
  for (const { shard } of shards) expect(shard.rows.length).toBeLessThanOrEqual(SHARD_ROWS)
  for (const { name } of rows) {
    const [word] = wordsOfName({ name, title: '' })
    const narrowest = shards.filter(({ beginning }) => word!.startsWith(beginning)).at(-1)!
    expect(narrowest.shard.rows.map(([name]) => name)).toContain(name)
  }
})

test('a word that too many servers share says that it is cut, and no publisher fills it', () => {
  const flood = Array.from({ length: 400 }, (_, index) => row(`com.bulk/weather-${index}`))
  const others = Array.from({ length: 50 }, (_, index) => row(`com.p${index}/weather`))
  const shard = [...nameShards([...flood, ...others])].find(({ beginning }) => beginning === 'weather')!
  expect(shard.shard.cut).toBe(1)
  expect(shard.shard.rows.filter(([name]) => name.startsWith('com.bulk/')).length).toBeLessThan(20)
})

test('a packed row is the row', () => {
  const kinds = ['remote', 'other'] as const
  const plain = { name: 'a.b/c', title: 'Sea', kinds: [...kinds], isDeprecated: true, isProven: false }
  const [shard] = [...nameShards([{ ...plain, updatedAt: 0 }])]
  expect(unpackName(shard!.shard.rows[0]!)).toEqual(plain)
})

test('the order of the servers does not matter, and every file has a plain name', () => {
  const part = fc.string({
    unit: fc.constantFrom('a', 'b', 'Z', '天', '-', 'é', '9'),
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(fc.uniqueArray(part, { maxLength: 8 }), (parts) => {
      const rows = parts.map((name) => row(`com.acme/${name}`))
      const shards = [...nameShards(rows)]
      expect([...nameShards(rows.toReversed())]).toEqual(shards)
      for (const { beginning } of shards) expect(shardPath(beginning)).toMatch(/^_s\/[a-z0-9-]+\.json$/)
      expect(new Set(shards.map(({ beginning }) => shardPath(beginning))).size).toBe(shards.length)
    }),
  )
})
