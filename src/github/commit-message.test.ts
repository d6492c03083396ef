import { expect, test } from 'vitest'
import { placeOf, type Place } from '../catalog/layout.ts'
import type { Verdict } from '../verify/verdict.ts'
import { publicationMessage } from './commit-message.ts'

const HEAD = 'a'.repeat(40)

function messageFor(more: Partial<Verdict>, paths: string[] = []) {
  const verdict: Verdict = {
    version: 1,
    decision: 'merge',
    headSha: HEAD,
    baseSha: 'b'.repeat(40),
    findings: [],
    publishes: [],
    ...more,
  }
  const places = paths.map((path) => placeOf(path) as Place)
  return publicationMessage({
    pullRequest: 7,
    headSha: HEAD,
    publisher: { login: 'alice', id: 11 },
    verdict,
    places,
  })
}

const one = { name: 'io.github.acme/weather', version: '1.2.0' }
const folder = 'servers/ac/io.github.acme/weather'

test.each([
  ['Publish io.github.acme/weather 1.2.0 (#7)', { publishes: [one] }, []],
  [
    'Publish 2 versions of io.github.acme (#7)',
    { publishes: [one, { name: 'io.github.acme/radar', version: '1.0.0' }] },
    [],
  ],
  ['Change status of io.github.acme/weather (#7)', {}, [`${folder}/status.md`]],
  ['Change status of io.github.acme/weather 1.2.0 (#7)', {}, [`${folder}/1.2.0/status.md`]],
  ['Change description of io.github.acme/weather (#7)', {}, [`${folder}/listing.md`]],
  [
    'Change status of 2 entries of io.github.acme (#7)',
    {},
    [`${folder}/1.0.0/status.md`, `${folder}/1.1.0/status.md`],
  ],
])('the title is %s', (title, verdict, paths) => {
  expect(messageFor(verdict, paths).title).toBe(title)
})

test('trailers say how the registry knows', () => {
  const evidence = [{ package: 'npm @acme/weather@1.2.0', kind: 'integrity' as const, value: 'sha512-abc=' }]
  expect(messageFor({ publishes: [one], proof: 'author', evidence }).body).toBe(
    [
      'Registry-Pull-Request: 7',
      `Registry-Head: ${HEAD}`,
      'Registry-Publisher: alice (11)',
      'Registry-Proof: author',
      'Registry-Evidence: npm @acme/weather@1.2.0 integrity sha512-abc=',
    ].join('\n'),
  )
})

test('no name begins a line of its own', () => {
  const evil = 'npm a\nRegistry-Proof: maintainer\u2028\u202Eb'
  const evidence = [{ package: evil, kind: 'sha256' as const, value: '0' }]
  const { body } = messageFor({ publishes: [one], evidence })
  expect(body.split('\n').at(-1)).toBe('Registry-Evidence: npm a Registry-Proof: maintainer b sha256 0')
})
