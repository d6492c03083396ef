import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Status } from '../model/status.ts'
import { compareVersions } from '../model/version.ts'
import { replay, type Layer, type State, type StateChange, type VersionFate } from './timeline.ts'

/** A moment is a commit: its clock, and its place in the history. */
const said = (at: number, status: Status | undefined, message?: string, order = at): StateChange => ({
  at,
  order,
  state: status && { status, ...(message && { message }) },
})

interface Sketch {
  version: string
  at: number
  order?: number
  changedAt?: number[]
  layers?: Layer[]
}

function play(...sketches: Sketch[]): Record<string, string> {
  const fates = replay(
    sketches.map(({ version, at, order = at, changedAt = [], layers = [] }) => {
      return { version, publishedAt: at, order, changedAt, layers }
    }),
  )
  return Object.fromEntries([...fates].map(([version, fate]) => [version, show(fate)]))
}

/** `status message published/statusChanged/updated latest` */
function show({ state, publishedAt, statusChangedAt, updatedAt, isLatest }: VersionFate): string {
  const words = [
    state.status,
    state.message,
    `${publishedAt}/${statusChangedAt}/${updatedAt}`,
    isLatest && 'latest',
  ]
  return words.filter(Boolean).join(' ')
}

describe('publications', () => {
  test('the one before loses latest, and says so (D2)', () => {
    expect(
      play({ version: '1.0.0', at: 1 }, { version: '2.0.0', at: 2 }, { version: '1.5.0', at: 3 }),
    ).toEqual({
      '1.0.0': 'active 1/1/2',
      '2.0.0': 'active 2/2/2 latest',
      '1.5.0': 'active 3/3/3',
    })
  })

  test('several in one commit never were latest in between', () => {
    expect(
      play(
        { version: '1.0.0', at: 1 },
        { version: '2.0.0', at: 2 },
        { version: '3.0.0', at: 2 },
        { version: '0.1.0', at: 2 },
      ),
    ).toEqual({
      '1.0.0': 'active 1/1/2',
      '2.0.0': 'active 2/2/2',
      '3.0.0': 'active 2/2/2 latest',
      '0.1.0': 'active 2/2/2',
    })
  })

  test('of equals in one commit the first one given stays', () => {
    expect(play({ version: 'a', at: 1 }, { version: 'b', at: 1 })).toMatchObject({
      a: expect.stringMatching('latest'),
    })
    expect(play({ version: 'b', at: 1 }, { version: 'a', at: 1 })).toMatchObject({
      b: expect.stringMatching('latest'),
    })
  })

  test('two commits of one second keep their order', () => {
    const versions = [
      { version: 'b', at: 1, order: 7 },
      { version: 'a', at: 1, order: 8 },
    ]
    expect(play(...versions)).toEqual(play(...versions.toReversed()))
    expect(play(...versions).b).toMatch('latest')
  })

  test('an edit moves updatedAt only, and never to before the publication', () => {
    expect(play({ version: '1.0.0', at: 5, changedAt: [9, 7] })).toEqual({ '1.0.0': 'active 5/5/9 latest' })
    expect(play({ version: '1.0.0', at: 5, changedAt: [2] })).toEqual({ '1.0.0': 'active 5/5/5 latest' })
  })
})

describe('statuses', () => {
  test('statusChangedAt follows the status, updatedAt the message too', () => {
    const layer = {
      changes: [said(2, 'deprecated', 'a'), said(3, 'deprecated', 'b'), said(4, 'deprecated', 'b')],
    }
    expect(play({ version: '1.0.0', at: 1, layers: [layer] })).toEqual({
      '1.0.0': 'deprecated b 1/2/3 latest',
    })
  })

  test('what is said before the publication holds from the publication on', () => {
    const layer = { changes: [said(1, 'deprecated', 'a')] }
    expect(play({ version: '1.0.0', at: 5, layers: [layer] })).toEqual({
      '1.0.0': 'deprecated a 5/5/5 latest',
    })
    const same = { changes: [said(5, 'deleted')] }
    expect(play({ version: '1.0.0', at: 5, layers: [same] })).toEqual({ '1.0.0': 'deleted 5/5/5 latest' })
  })

  test('the nearest layer that says something is right', () => {
    const near = { changes: [said(3, 'active'), said(6, undefined)] }
    const far = { changes: [said(2, 'deprecated', 'old'), said(5, 'deprecated', 'older')] }
    expect(
      play({ version: '1.0.0', at: 1, layers: [near, far] }, { version: '0.9.0', at: 1, layers: [far] }),
    ).toEqual({
      '1.0.0': 'deprecated older 1/6/6 latest',
      '0.9.0': 'deprecated older 1/2/5',
    })
  })

  test('what one commit moves from one file to another has not changed', () => {
    const own = { changes: [said(2, 'deprecated', 'a'), said(5, undefined)] }
    const shared = { changes: [said(5, 'deprecated', 'a')] }
    expect(play({ version: '1.0.0', at: 1, layers: [own, shared] })).toEqual({
      '1.0.0': 'deprecated a 1/2/2 latest',
    })
    expect(play({ version: '1.0.0', at: 1, layers: [shared, own] })).toEqual({
      '1.0.0': 'deprecated a 1/2/2 latest',
    })
  })

  test('a later commit with an earlier clock still comes later', () => {
    const layer = { changes: [said(9, 'deleted', '', 1), said(4, undefined, '', 2)] }
    expect(play({ version: '1.0.0', at: 1, layers: [layer] })).toEqual({ '1.0.0': 'active 1/9/9 latest' })
  })
})

describe('deletion (D1)', () => {
  test('gives latest back to the greatest that lives, and both say so', () => {
    const layer = { changes: [said(4, 'deleted')] }
    expect(
      play(
        { version: '1.0.0', at: 1 },
        { version: '2.0.0', at: 2 },
        { version: '3.0.0', at: 3, layers: [layer] },
      ),
    ).toEqual({
      '1.0.0': 'active 1/1/2',
      '2.0.0': 'active 2/2/4 latest',
      '3.0.0': 'deleted 3/4/4',
    })
  })

  test('is undone by restoring', () => {
    const layer = { changes: [said(4, 'deleted'), said(6, undefined)] }
    expect(play({ version: '1.0.0', at: 1 }, { version: '2.0.0', at: 2, layers: [layer] })).toEqual({
      '1.0.0': 'active 1/1/6',
      '2.0.0': 'active 2/6/6 latest',
    })
  })

  test('of all leaves the greatest latest', () => {
    const layer = { changes: [said(4, 'deleted')] }
    expect(
      play({ version: '1.0.0', at: 1, layers: [layer] }, { version: '2.0.0', at: 2, layers: [layer] }),
    ).toEqual({ '1.0.0': 'deleted 1/4/4', '2.0.0': 'deleted 2/4/4 latest' })
  })

  test('a version that is published after the deletion of all others is latest', () => {
    const layer = { changes: [said(4, 'deleted')] }
    expect(play({ version: '2.0.0', at: 1, layers: [layer] }, { version: '1.0.0', at: 5 })).toEqual({
      '2.0.0': 'deleted 1/4/5',
      '1.0.0': 'active 5/5/5 latest',
    })
  })
})

const STATES: (State | undefined)[] = [
  undefined,
  { status: 'active' },
  { status: 'deprecated', message: 'a' },
  { status: 'deprecated', message: 'b' },
  { status: 'deleted' },
  { status: 'deleted', movedTo: 'a/b' },
]
const VERSIONS = ['1.0.0', '2.0.0', 'v2.0.0', '3.0.0-rc', 'x', 'y']
const PLACES = [0, 1, 2, 3] // Two versions have a place of their own; all have the other two.
const layersOf = (version: number): number[] => [...(version < 2 ? [version] : []), 2, 3]

const commit = fc.record({
  wait: fc.nat(2),
  published: fc.uniqueArray(fc.nat(VERSIONS.length - 1), { maxLength: 2 }),
  said: fc.dictionary(fc.constantFrom(...PLACES.map(String)), fc.constantFrom(...STATES), { maxKeys: 2 }),
})

interface Row {
  state: State
  published: number
  statusChanged: number
  updated: number
  deleted: boolean
}

test('agrees with a registry that lives through it commit by commit', () => {
  fc.assert(
    fc.property(fc.array(commit, { minLength: 1, maxLength: 12 }), (commits) => {
      const layers = PLACES.map(() => [] as StateChange[])
      const versions: { index: number; at: number; order: number }[] = []
      const rows = new Map<number, Row>()
      const place: (State | undefined)[] = PLACES.map(() => undefined)
      let latest: number | undefined
      let at = 100
      for (const [order, { wait, published, said }] of commits.entries()) {
        at += wait
        for (const [key, state] of Object.entries(said)) {
          place[Number(key)] = state
          layers[Number(key)]!.push({ at, order, state })
        }
        for (const [index, row] of rows) {
          const state = stateOf(index, place)
          if (JSON.stringify(state) === JSON.stringify(row.state)) continue
          if (state.status !== row.state.status) row.statusChanged = at
          Object.assign(row, { state, updated: at, deleted: state.status === 'deleted' })
        }
        for (const index of published.toSorted()) {
          if (rows.has(index)) continue
          const state = stateOf(index, place)
          const deleted = state.status === 'deleted'
          rows.set(index, { state, published: at, statusChanged: at, updated: at, deleted })
          versions.push({ index, at, order })
        }
        const next = greatest(rows)
        if (next === latest) continue
        for (const index of [latest, next]) if (index !== undefined) rows.get(index)!.updated = at
        latest = next
      }
      const made = layers.map((changes): Layer => ({ changes }))
      const fates = replay(
        versions.map(({ index, at, order }) => ({
          version: VERSIONS[index]!,
          publishedAt: at,
          order,
          changedAt: [],
          layers: layersOf(index).map((number) => made[number]!),
        })),
      )
      expect(fates.size).toBe(rows.size)
      expect([...fates.values()].filter(({ isLatest }) => isLatest)).toHaveLength(rows.size > 0 ? 1 : 0)
      for (const [index, row] of rows) {
        expect(fates.get(VERSIONS[index]!)).toMatchObject({
          state: row.state,
          publishedAt: row.published,
          statusChangedAt: row.statusChanged,
          updatedAt: row.updated,
          isLatest: index === latest,
        })
      }
    }),
    { numRuns: 3000 },
  )
})

function stateOf(version: number, place: readonly (State | undefined)[]): State {
  for (const number of layersOf(version)) if (place[number]) return place[number]
  return { status: 'active' }
}

/** The living before the deleted; of these the greatest; of equals the first. */
function greatest(rows: ReadonlyMap<number, Row>): number | undefined {
  const all = [...rows].map(([index, row]) => ({
    index,
    row,
    version: VERSIONS[index]!,
    publishedAt: row.published,
  }))
  const living = all.filter(({ row }) => !row.deleted)
  const among = living.length > 0 ? living : all
  return among.find((one) => among.every((other) => compareVersions(one, other) >= 0))?.index
}
