import { expect, test } from 'vitest'
import type { PackageEvidence } from '../model/entry.ts'
import type { Package } from '../model/server-json.ts'
import { readGateRecord, recordFor } from './gate-record.ts'

const HEAD = 'a'.repeat(40)

const body = (...lines: string[]): string =>
  ['Registry-Pull-Request: 7', `Registry-Head: ${HEAD}`, 'Registry-Publisher: alice (11)', ...lines, ''].join(
    '\n',
  )

test('a publication with everything', () => {
  const text = body(
    'Registry-Proof: author',
    'Registry-Approval: carol (12)',
    'Registry-Evidence: npm @acme/weather@1.2.0 integrity sha512-abc=',
    'Registry-Evidence: pypi weather@1.2.0 weather 1.whl sha256 0f',
  )
  expect(readGateRecord(text, 7)).toEqual({
    publisher: { login: 'alice', id: 11 },
    proof: 'author',
    approval: { login: 'carol', id: 12 },
    evidence: [
      { package: 'npm @acme/weather@1.2.0', kind: 'integrity', value: 'sha512-abc=' },
      { package: 'pypi weather@1.2.0 weather 1.whl', kind: 'sha256', value: '0f' },
    ],
  })
})

test.each([
  ['an account without an id', 'alice', { login: 'alice' }],
  ['a bot', 'release[bot] (5)', { login: 'release[bot]', id: 5 }],
])('%s', (_, text, publisher) => {
  expect(readGateRecord(body().replace('alice (11)', text), 7)).toEqual({ publisher })
})

test('what GitHub adds at the end does no harm', () => {
  const text = body('Registry-Proof: dns', '', 'Co-authored-by: Registry-Proof: maintainer <a@b>')
  expect(readGateRecord(text, 7)).toMatchObject({ proof: 'dns' })
})

test.each([
  ['no body', ''],
  ['another pull request', body().replace(': 7', ': 8')],
  ['a number that only begins alike', body().replace(': 7', ': 77')],
  ['words of a person in front', `I made this.\n\n${body('Registry-Proof: maintainer')}`],
  ['words of a person behind', body('Registry-Proof: maintainer', '', 'Thanks!')],
  ['a list of commits in front', `* Add it\n\n${body('Registry-Proof: maintainer')}`],
  ['two proofs', body('Registry-Proof: author', 'Registry-Proof: maintainer')],
  ['a trailer that is none of ours', body('Registry-Rank: first')],
  ['an indented line', body(' Registry-Proof: maintainer')],
  ['no publisher', body().replace(/Registry-Publisher.*\n/, '')],
  ['a publisher that is no account', body().replace('alice (11)', '<b>alice</b>')],
  ['no head', body().replace(/Registry-Head.*\n/, '')],
])('%s: nothing is believed', (_, text) => {
  expect(readGateRecord(text, 7)).toBeUndefined()
})

test('a version keeps the evidence of its own packages', () => {
  const seen = (name: string): PackageEvidence => ({ package: name, kind: 'sha256', value: '0' })
  const pack = (registryType: string, identifier: string, version?: string): Package => {
    return { registryType, identifier, ...(version && { version }), transport: { type: 'stdio' } }
  }
  const own = ['npm a@1.0.0', 'pypi b@2.0.0 b.whl', 'oci ghcr.io/c:1'].map(seen)
  const others = ['npm a@1.0.0-x', 'npm a@2.0.0', 'pypi b@2.0.0.1 b.whl', 'oci ghcr.io/c:12'].map(seen)
  const packages = [pack('npm', 'a', '1.0.0'), pack('pypi', 'b', '2.0.0'), pack('oci', 'ghcr.io/c:1')]
  const server = { name: 'com.acme/x', description: 'X', version: '1', packages }
  const record = { publisher: { login: 'alice' }, evidence: [...others, ...own] }
  expect(recordFor(server, record)).toEqual({ publisher: { login: 'alice' }, evidence: own })
  expect(recordFor({ ...server, packages: [] }, record)).toEqual({ publisher: { login: 'alice' } })
})
