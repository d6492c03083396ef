import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogOf, makeServer, type VersionSketch } from '../../../../tests/support/make-server.ts'
import type { CatalogServer } from '../../../catalog/catalog.ts'
import { statsFiles } from '../stats-files.ts'
import type { Figure } from './figure.ts'
import { figuresOf } from './figures.ts'

const npm = { registryType: 'npm', identifier: 'x', transport: { type: 'stdio' } }
const remote = { type: 'streamable-http', url: 'https://acme.example/mcp' }

const version: fc.Arbitrary<VersionSketch> = fc.record({
  day: fc.nat(2000),
  server: fc.record({
    packages: fc.subarray([npm, { ...npm, registryType: 'oci' }, { ...npm, registryType: 'new' }]),
    remotes: fc.subarray([remote, { ...remote, type: 'sse' }]),
  }),
  official: fc.record({ status: fc.constantFrom('active', 'deprecated') }),
})

const registry: fc.Arbitrary<CatalogServer[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom('com.a', 'com.b', 'io.github.c'),
      fc.array(version, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
    ),
  )
  .map((servers) =>
    servers.map(([namespace, versions, isDeleted], index) =>
      makeServer(
        `${namespace}/s${index}`,
        isDeleted ? versions.map((sketch) => ({ ...sketch, official: { status: 'deleted' } })) : versions,
      ),
    ),
  )

function figure(servers: readonly CatalogServer[], id: string): Figure {
  return figuresOf(servers).find((figure) => figure.id === id)!
}

function column({ data }: Figure, key: string): number[] {
  const index = data.columns.findIndex((column) => column.key === key)
  return data.rows.map((row) => row[index] as number)
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)
const isLiving = ({ latest }: CatalogServer) => latest.official.status !== 'deleted'

test('growth never falls, has no gap and ends at the number of living servers and versions', () => {
  fc.assert(
    fc.property(registry, (servers) => {
      const living = servers.filter(isLiving)
      fc.pre(living.length > 0)
      for (const [id, key, all] of [
        ['growth', 'servers', living.length],
        ['version-growth', 'versions', sum(living.map(({ entries }) => entries.length))],
      ] as const) {
        const totals = column(figure(servers, id), key)
        expect(totals.at(-1)).toBe(all)
        expect(totals).toEqual(totals.toSorted((a, b) => a - b))
        const news = column(figure(servers, id), `new_${key}`)
        expect(news.map((_, index) => sum(news.slice(0, index + 1)))).toEqual(totals)
      }
    }),
  )
})

test('what cannot be two things at once adds up to everything', () => {
  fc.assert(
    fc.property(registry, (servers) => {
      const living = servers.filter(isLiving)
      fc.pre(living.length > 0)
      for (const id of ['statuses', 'publisher-sizes', 'versions']) {
        expect(sum(column(figure(servers, id), 'share'))).toBeCloseTo(1)
      }
      expect(sum(column(figure(servers, 'statuses'), 'servers'))).toBe(servers.length)
      expect(sum(column(figure(servers, 'publishers'), 'servers'))).toBe(living.length)
      for (const id of ['kinds', 'transports', 'setups']) {
        const counts = column(figure(servers, id), 'servers')
        expect(sum(counts)).toBeGreaterThanOrEqual(living.length)
        expect(Math.max(...counts)).toBeLessThanOrEqual(living.length)
      }
    }),
  )
})

test('a file has a line for each number of its figure, in whatever order the servers come', () => {
  fc.assert(
    fc.property(registry, (servers) => {
      const files = [...statsFiles(catalogOf(servers))]
      expect(files).toEqual([...statsFiles({ ...catalogOf(servers), servers: servers.toReversed() })])
      expect(files.map(({ path }) => path)).toEqual(figuresOf(servers).map(({ id }) => `stats/${id}.csv`))
      for (const [index, { data }] of figuresOf(servers).entries()) {
        expect(String(files[index]!.body).split('\r\n')).toHaveLength(data.rows.length + 2)
      }
    }),
  )
})
