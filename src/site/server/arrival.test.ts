import { expect, test } from 'vitest'
import { makeServer } from '../../../tests/support/make-server.ts'
import { PROOFS } from '../../verify/proofs/index.ts'
import type { Provenance } from '../../model/entry.ts'
import { arrivalOf, plainText } from './arrival.ts'
import { evidenceHtml, phraseHtml } from './arrival-html.ts'
import { evidenceOf } from './evidence.ts'
import { PROOF_WORDS } from './proof-words.ts'
import { ownershipOf } from './provenance.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'

const entry = (provenance: Provenance) => makeServer('com.acme/weather', [{ provenance }]).latest

const say = (provenance: Provenance, repository?: string): string =>
  arrivalOf(entry(provenance), repository).sentences.map(plainText).join(' ')

const gate: Provenance = {
  commit: COMMIT,
  pullRequest: 12,
  publisher: { login: 'alice', id: 11 },
  proof: 'dns',
}

test('the gate merged it', () => {
  expect(say(gate)).toBe(
    'Published by the GitHub account alice on 1 Nov 2026, by pull request #12 in commit 0123456. ' +
      'A DNS record of the domain names that account, or holds the key that signed this entry.',
  )
  expect(say({ ...gate, proof: 'author', approval: { login: 'carol', id: 1 } })).toMatch(
    /The namespace belongs to that account\. A maintainer, carol, looked at it and approved\.$/,
  )
})

test.each<[string, Provenance]>([
  [
    'This entry came by pull request #12 in commit 0123456. What was checked is not on record here.',
    { commit: COMMIT, pullRequest: 12 },
  ],
  [
    'This entry was committed without a pull request in commit 0123456. The gate checked nothing.',
    { commit: COMMIT },
  ],
  ['Where this entry came from is not on record.', {}],
  [
    'Mirrored from registry.example. The checks of that registry apply. This one did not repeat them.',
    { commit: COMMIT, upstream: 'https://registry.example/' },
  ],
  ['No proof of ownership was written down.', { ...gate, proof: 'tarot' }],
])('%s', (text, provenance) => {
  expect(say(provenance)).toContain(text)
})

test('links lead to the registry’s repository, where it is known', () => {
  const html = (repository?: string): string =>
    arrivalOf(entry(gate), repository).sentences.map(phraseHtml).join(' ')
  expect(html('acme/registry')).toContain(
    '<a href="https://github.com/acme/registry/pull/12" rel="nofollow ugc noopener">#12</a> in commit ' +
      `<a href="https://github.com/acme/registry/commit/${COMMIT}" rel="nofollow ugc noopener">0123456</a>`,
  )
  expect(html()).toContain('pull request #12 in commit 0123456')
})

test('a bot’s login is no link', () => {
  const { sentences } = arrivalOf(entry({ ...gate, publisher: { login: 'release[bot]' } }), undefined)
  expect(phraseHtml(sentences[0]!)).toContain('account release[bot] on')
})

test('every proof that the gate knows has words, and they stand in its order', () => {
  expect(Object.keys(PROOF_WORDS)).toEqual(PROOFS.map(({ kind }) => kind))
  for (const { kind } of PROOFS) {
    expect(arrivalOf(entry({ ...gate, proof: kind }), undefined).proof).toBe(kind)
    expect(ownershipOf({ proof: kind, since: '2026-11-02T00:00:00Z' })).toMatchObject({
      kind,
      since: '2 Nov 2026',
    })
  }
})

test.each([
  ['npm @acme/weather@1.2.0', 'npm’s `@acme/weather 1.2.0` names this server in `mcpName`.'],
  ['pypi weather@1.2.0 weather-1.2.0.whl', 'PyPI’s `weather 1.2.0` names this server in its README.'],
  ['cargo weather@1.2.0', 'The crate `weather 1.2.0` names this server in its README.'],
  ['oci ghcr.io/acme/weather:1', 'The image `ghcr.io/acme/weather:1` names this server in a label.'],
  ['mcpb https://github.com/a/b', 'The bundle has the SHA-256 that the entry states.'],
  ['rpm weather@1', '`rpm weather@1` was there.'],
])('%s was seen', (name, sentence) => {
  const [line] = evidenceOf(entry({ evidence: [{ package: name, kind: 'sha256', value: '0f' }] }))
  expect(line).toEqual({ sentence: `${sentence} We checked on 1 Nov 2026.`, term: 'SHA-256', value: '0f' })
})

test('nothing that a package holds becomes markup', () => {
  const value = '<script>"\u202e`</script>'
  const lines = evidenceOf(entry({ evidence: [{ package: `npm ${value}`, kind: 'integrity', value }] }))
  const html = evidenceHtml(lines)
  expect(html).not.toMatch(/<script|\u202e|"\`/)
  expect(evidenceHtml([])).toBe('')
})
