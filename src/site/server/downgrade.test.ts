import { expect, test } from 'vitest'
import { makeServer, type VersionSketch } from '../../../tests/support/make-server.ts'
import type { Provenance } from '../../model/entry.ts'
import { downgradeOf } from './downgrade.ts'

const packages = [{ registryType: 'npm', identifier: 'w', version: '1', transport: { type: 'stdio' } }]
const hash = [{ package: 'npm w@1', kind: 'integrity' as const, value: 'x' }]
const version = (provenance: Provenance, more: VersionSketch = {}): VersionSketch => {
  return { provenance, server: { packages }, ...more }
}
const say = (...versions: VersionSketch[]): string | undefined => {
  return downgradeOf(makeServer('com.acme/weather', versions))
}

test('a proof that is missing', () => {
  expect(say(version({ proof: 'author' }), version({}))).toBe(
    'Version 1.0.0 came with a proof of who published it. Version 2.0.0 has none on record.',
  )
})

test('a signature that is missing', () => {
  expect(say(version({ proof: 'sigstore' }), version({ proof: 'author' }))).toBe(
    'Version 1.0.0 was signed by a workflow of its publisher. Version 2.0.0 was not published by such a signature.',
  )
})

test('a package that was not looked at', () => {
  const proof = 'author'
  expect(say(version({ proof, evidence: hash }), version({ proof }), version({ proof }))).toBe(
    'The npm package of version 1.0.0 was checked and its hash noted. For version 3.0.0 no hash is on record.',
  )
})

test('the newest of the versions that were better is named', () => {
  expect(say(version({ proof: 'author' }), version({ proof: 'dns' }), version({}))).toMatch(
    /^Version 2\.0\.0 came/,
  )
})

test.each<[string, VersionSketch[]]>([
  ['a single version', [version({})]],
  ['never was any', [version({}), version({ commit: 'a' })]],
  ['it got better', [version({}), version({ proof: 'author', evidence: hash })]],
  ['as before', [version({ proof: 'dns', evidence: hash }), version({ proof: 'http', evidence: hash })]],
  [
    'the package is gone',
    [version({ proof: 'dns', evidence: hash }), version({ proof: 'dns' }, { server: {} })],
  ],
  [
    'the better one was deleted',
    [version({ proof: 'dns' }, { official: { status: 'deleted' } }), version({})],
  ],
  [
    'the better one came later, for an older line',
    [
      version({}, { official: { isLatest: true } }),
      version({ proof: 'dns' }, { official: { isLatest: false } }),
    ],
  ],
])('nothing is said: %s', (_, versions) => {
  expect(say(...versions)).toBeUndefined()
})
