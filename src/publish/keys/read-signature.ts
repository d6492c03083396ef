import type { Algorithm } from '../../verify/proofs/public-key.ts'

const ED25519_BYTES = 64
const P384_NUMBER = 48

const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/
const SEQUENCE = 0x30
const INTEGER = 0x02
const LONG = 0x81

/**
 * The signature in what a signing program wrote: the bytes themselves, base64 of them in either alphabet, or, for
 * ECDSA, the two numbers in DER as most key services give them. `undefined` where it is none of these.
 */
export function readSignature(output: Buffer, algorithm: Algorithm): Buffer | undefined {
  const text = output.toString('latin1').trim()
  const bytes =
    BASE64.test(text) && output.length !== lengthOf(algorithm) ? Buffer.from(text, 'base64') : output
  if (bytes.length === lengthOf(algorithm)) return bytes
  return algorithm === 'ecdsap384' ? fromDer(bytes) : undefined
}

function lengthOf(algorithm: Algorithm): number {
  return algorithm === 'ed25519' ? ED25519_BYTES : 2 * P384_NUMBER
}

/** `SEQUENCE { INTEGER r, INTEGER s }` (RFC 3279 §2.2.3) as R and S of 48 bytes each. */
function fromDer(bytes: Buffer): Buffer | undefined {
  const start = bytes[1] === LONG ? 3 : 2
  if (bytes[0] !== SEQUENCE || bytes[start - 1] !== bytes.length - start) return undefined
  const r = integerAt(bytes, start)
  const s = r && integerAt(bytes, start + 2 + r.length)
  if (!r || !s || start + 4 + r.length + s.length !== bytes.length) return undefined
  const numbers = [r, s].map(toNumber)
  return numbers.every((number) => number !== undefined) ? Buffer.concat(numbers) : undefined
}

/** The content of the INTEGER at an offset. */
function integerAt(bytes: Buffer, at: number): Buffer | undefined {
  const length = bytes[at + 1] ?? 0
  const content = bytes.subarray(at + 2, at + 2 + length)
  return bytes[at] === INTEGER && length > 0 && content.length === length ? content : undefined
}

/** DER drops leading zeros and puts one before a number that would look negative. */
function toNumber(content: Buffer): Buffer | undefined {
  const digits = content[0] === 0 ? content.subarray(1) : content
  if (digits.length > P384_NUMBER) return undefined
  return Buffer.concat([Buffer.alloc(P384_NUMBER - digits.length), digits])
}
