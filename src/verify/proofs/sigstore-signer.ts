import type { BundleVerifier } from 'sigstore'

type Signer = ReturnType<BundleVerifier['verify']>

/** Who signed, as Sigstore's certificate has it: a workflow of GitHub Actions. */
export interface WorkflowRun {
  issuer: string | undefined
  /** The numeric id of the account that owns the repository. */
  ownerId: number | undefined
  /** `https://github.com/acme/search` */
  repository: string | undefined
  /** `refs/tags/v1.2.0` */
  ref: string | undefined
  /** Such as `push` or `release`. */
  event: string | undefined
}

/** Fulcio's extensions, below 1.3.6.1.4.1.57264.1; values are DER strings in UTF-8. */
const FULCIO = '1.3.6.1.4.1.57264.1.'
const REPOSITORY = `${FULCIO}12`
const REF = `${FULCIO}14`
const OWNER_ID = `${FULCIO}17`
const EVENT = `${FULCIO}20`

export function runOf({ identity }: Signer): WorkflowRun {
  const values = new Map<string, string>()
  for (const { oid, value } of identity?.oids ?? []) {
    const text = utf8String(value)
    if (oid && text !== undefined) values.set(oid.id.join('.'), text)
  }
  const ownerId = values.get(OWNER_ID)
  return {
    issuer: identity?.extensions?.issuer,
    ownerId: ownerId !== undefined && /^[1-9][0-9]{0,14}$/.test(ownerId) ? Number(ownerId) : undefined,
    repository: values.get(REPOSITORY),
    ref: values.get(REF),
    event: values.get(EVENT),
  }
}

const UTF8_STRING = 0x0c

/** Reads a DER UTF8String; `undefined` where the bytes are anything else. */
function utf8String(der: Buffer): string | undefined {
  if (der[0] !== UTF8_STRING) return undefined
  const lengthBytes = der[1]! < 0x80 ? 0 : der[1]! & 0x7f
  if (lengthBytes > 2) return undefined
  const start = 2 + lengthBytes
  const length = lengthBytes === 0 ? der[1]! : der.readUIntBE(2, lengthBytes)
  return start + length === der.length ? der.toString('utf8', start) : undefined
}
