import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { commandSigner, type CommandOptions } from './command-signer.ts'
import { makeKey } from './make-key.ts'
import { faultOf, publicKeyIn } from './testing/signed-by.ts'

const folder = mkdtempSync(join(tmpdir(), 'signer '))
const node = `'${process.execPath}'`

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function saved(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text, { mode: 0o600 })
  return `'${file}'`
}

/** A program that signs what it reads, by the key in the file that it is given. */
const PROGRAM = saved(
  'sign.cjs',
  `const { sign } = require('node:crypto'), { readFileSync } = require('node:fs')
  const [key, hash, dsaEncoding, encoding] = process.argv.slice(2)
  const signature = sign(hash || null, readFileSync(0), { key: readFileSync(key), dsaEncoding })
  process.stdout.write(encoding ? signature.toString(encoding) + '\\n' : signature)`,
)

describe('a program that signs', () => {
  const { pem, record } = makeKey('ecdsap384')
  const publicKey = publicKeyIn(record)
  const key = saved('p384.pem', pem)
  const edward = makeKey('ed25519')

  test.each([
    ['bytes', 'ieee-p1363', ''],
    ['base64', 'ieee-p1363', 'base64'],
    ['the other base64', 'ieee-p1363', 'base64url'],
    ['DER', 'der', ''],
    ['DER in base64', 'der', 'base64'],
  ])('may write %s', async (_form, form, encoding) => {
    const command = `${node} ${PROGRAM} ${key} sha384 ${form} '${encoding}'`
    expect(await faultOf(commandSigner(command, 'ecdsap384', publicKey), record)).toBeUndefined()
  })

  test.each(['', 'base64'])('may have a key of Ed25519, and write %j', async (encoding) => {
    const command = `${node} ${PROGRAM} ${saved('edward.pem', edward.pem)} '' der '${encoding}'`
    const signer = commandSigner(command, 'ed25519', publicKeyIn(edward.record))
    expect(await faultOf(signer, edward.record)).toBeUndefined()
  })

  test.each<[string, string, CommandOptions]>([
    ['the text', `openssl dgst -sha384 -sign ${key}`, {}],
    ['a digest', `openssl pkeyutl -sign -inkey ${key} -pkeyopt digest:sha384`, { sends: 'digest' }],
  ])('is openssl, which reads %s', async (_what, command, options) => {
    expect(await faultOf(commandSigner(command, 'ecdsap384', publicKey, options), record)).toBeUndefined()
  })

  test('gets the digest among its arguments where it asks for it', async () => {
    const digest = createHash('sha384').update('text').digest('base64')
    const script = 'process.exit(process.argv[1] === process.argv[2] ? 7 : 8)'
    const signer = commandSigner(`${node} -e "${script}" {digest} ${digest}`, 'ecdsap384')
    await expect(signer.sign(Buffer.from('text'))).rejects.toThrow('code 7')
  })

  test('is started without a shell', async () => {
    const signer = commandSigner(`${node} -p process.argv.length $(id) ; echo`, 'ed25519')
    await expect(signer.sign(Buffer.from(''))).rejects.toThrow('gave 2 bytes, which are no signature')
  })

  test('is believed only as far as the public key goes', async () => {
    const other = publicKeyIn(makeKey('ecdsap384').record)
    const signer = commandSigner(`openssl dgst -sha384 -sign ${key}`, 'ecdsap384', other)
    await expect(faultOf(signer, record)).rejects.toThrow(/does not fit the public key `ecdsap384:/)
  })

  test('is asked for no digest by Ed25519', () => {
    const make = (): unknown => commandSigner('sign', 'ed25519', undefined, { sends: 'digest' })
    expect(make).toThrow('never a digest')
  })

  test.each([
    ['is not there', 'no-such-program --sign', '`no-such-program` is not there'],
    ['fails', `${node} -e process.exit(3)`, 'ended with code 3 and signed nothing'],
    ['does not end its flood', `${node} -e "setInterval(()=>console.log('x'.repeat(9999)))"`, 'SIGTERM'],
  ])('that %s signs nothing', async (_what, command, message) => {
    await expect(commandSigner(command, 'ed25519').sign(Buffer.from('text'))).rejects.toThrow(message)
  })
})
