import { generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSignature } from './read-signature.ts'

test('every DER signature is read as the two numbers that it holds', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'secp384r1' })
  for (let i = 0; i < 300; i++) {
    const text = Buffer.from(String(i))
    const der = sign('sha384', text, { key: privateKey, dsaEncoding: 'der' })
    const numbers = readSignature(der, 'ecdsap384')!
    expect(verify('sha384', text, { key: publicKey, dsaEncoding: 'ieee-p1363' }, numbers)).toBe(true)
  }
})

test('small numbers of a DER signature keep their places', () => {
  const der = Buffer.from('3007020101020200ff', 'hex')
  const numbers = `${'1'.padStart(96, '0')}${'ff'.padStart(96, '0')}`
  expect(readSignature(der, 'ecdsap384')?.toString('hex')).toBe(numbers)
})

test.each([
  ['bytes after it', '3007020101020200ff00'],
  ['bytes after its numbers', '3009020101020200ff0500'],
  ['a length that is not its own', '3008020101020200ff'],
  ['one number', '3003020101'],
  ['an empty number', '30050200020101'],
  ['something else than a number', '3007040101020200ff'],
])('a DER signature with %s is none', (_what, hex) => {
  expect(readSignature(Buffer.from(hex, 'hex'), 'ecdsap384')).toBeUndefined()
})

test('any bytes at all are a signature of the right length, or none', () => {
  const algorithm = fc.constantFrom('ed25519' as const, 'ecdsap384' as const)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 150 }), algorithm, (bytes, of) => {
      const read = readSignature(Buffer.from(bytes), of)
      expect([undefined, of === 'ed25519' ? 64 : 96]).toContain(read?.length)
    }),
  )
})
