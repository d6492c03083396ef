import { expect, test } from 'vitest'
import type { Entry } from '../../model/entry.ts'
import { bannerOf } from './banner.ts'

const day = Date.UTC(2026, 10, 9) * 1000
const official = { statusChangedAt: day, publishedAt: day, updatedAt: day, isLatest: true }
const server = { name: 'com.acme/x', version: '1.0.0', description: 'x' }
const entry = (more: Partial<Entry>, status: Entry['official']['status'], statusMessage?: string): Entry => ({
  ...server,
  server,
  provenance: {},
  official: { ...official, status, ...(statusMessage && { statusMessage }) },
  ...more,
})

test('an active entry needs no banner', () => {
  expect(bannerOf(entry({}, 'active'))).toBeUndefined()
})

test('a deprecated one says since when, why and where to go', () => {
  expect(bannerOf(entry({ movedTo: 'com.acme/y' }, 'deprecated', 'Use\u202e y.'))).toEqual({
    tone: 'warn',
    state: 'Deprecated',
    circumstances: 'since 9 Nov 2026',
    message: ['Use y.'],
    movedTo: 'com.acme/y',
  })
})

test('a moderated one names the reason and links the case by https only', () => {
  const moderation = { status: 'deleted', reason: 'malware', case: 'javascript:alert(1)' } as const
  expect(bannerOf(entry({ moderation }, 'deleted', 'malware'))).toEqual({
    tone: 'bad',
    state: 'Removed by the registry',
    circumstances: '9 Nov 2026',
    message: [],
    reason: 'malware',
  })
})
