import { createHash, generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  fulcioHandler,
  initializeCA,
  initializeCTLog,
  initializeTLog,
  rekorHandler,
  type HandlerFn,
} from '@sigstore/mock'
import { attest, sign, type Bundle } from 'sigstore'
import { sigstoreTrust, type SigstoreTrust } from '../../src/verify/proofs/sigstore-trust.ts'
import { serveLoopback } from './loopback.ts'

/** The claims of a workflow's identity token that end up in its certificate. */
export type Claims = Record<string, string>

/** A Sigstore of our own on loopback: certificate authority, both logs, and the TUF repository with their keys. */
export interface SigstoreWorld {
  trust: SigstoreTrust
  sign(document: Buffer, claims: Claims): Promise<Bundle>
  attest(statement: object, claims: Claims): Promise<Bundle>
}

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' })

export async function makeSigstore(): Promise<SigstoreWorld> {
  const ctLog = await initializeCTLog(newKey())
  const authority = await initializeCA(newKey(), ctLog)
  const tLog = await initializeTLog('https://log.example', newKey())
  const handlers = [fulcioHandler(authority), rekorHandler(tLog)]
  const trustedRoot = JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [logAuthority(tLog.publicKey)],
    certificateAuthorities: [
      {
        subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
        uri: 'https://fulcio.example',
        certChain: {
          certificates: [{ rawBytes: Buffer.from(authority.rootCertificate.buffer).toString('base64') }],
        },
        validFor: { start: '2020-01-01T00:00:00Z' },
      },
    ],
    ctlogs: [logAuthority(ctLog.publicKey)],
    timestampAuthorities: [],
  })
  const { files, root } = tufRepository('trusted_root.json', trustedRoot)
  const { url } = await serveLoopback((request, response) => {
    void answer(request.url ?? '').then(({ status, body }) => response.writeHead(status).end(body))

    async function answer(path: string): Promise<{ status: number; body: string | Uint8Array }> {
      const handler = handlers.find((candidate) => candidate.path === path)
      if (handler) return call(handler.fn, asLogged(await text(request)))
      const body = files[path]
      return body === undefined ? { status: 404, body: '' } : { status: 200, body }
    }
  })
  const folder = mkdtempSync(join(tmpdir(), 'sigstore-'))
  writeFileSync(join(folder, 'root.json'), root)
  const services = { fulcioURL: url, rekorURL: url, retry: 0 }
  return {
    trust: sigstoreTrust({ tufMirrorURL: url, tufRootPath: join(folder, 'root.json'), tufCachePath: folder }),
    sign: (document, claims) => sign(document, { ...services, identityToken: tokenOf(claims) }),
    attest: (statement, claims) =>
      attest(Buffer.from(JSON.stringify(statement)), 'application/vnd.in-toto+json', {
        ...services,
        identityToken: tokenOf(claims),
      }),
  }
}

async function call(handle: HandlerFn, body: string): Promise<{ status: number; body: string | Uint8Array }> {
  const { statusCode, response } = await handle(body)
  const bytes = typeof response === 'string' ? response : Buffer.from(response.buffer)
  return { status: statusCode, body: bytes }
}

/** Rekor keeps digests and signatures of an attestation, where the stand-in keeps what was sent. */
function asLogged(body: string): string {
  const entry = JSON.parse(body) as { kind?: string; spec: { proposedContent?: { envelope: string } } }
  if (entry.kind !== 'dsse') return body
  const { payload, signatures } = JSON.parse(entry.spec.proposedContent!.envelope) as {
    payload: string
    signatures: { sig: string }[]
  }
  const value = createHash('sha256').update(Buffer.from(payload, 'base64')).digest('hex')
  const spec = {
    payloadHash: { algorithm: 'sha256', value },
    signatures: signatures.map(({ sig }) => ({ signature: sig })),
  }
  return JSON.stringify({ ...entry, spec })
}

function logAuthority(publicKey: Buffer): object {
  return {
    baseUrl: 'https://log.example',
    hashAlgorithm: 'SHA2_256',
    publicKey: {
      rawBytes: publicKey.toString('base64'),
      keyDetails: 'PKIX_ECDSA_P256_SHA_256',
      validFor: { start: '2020-01-01T00:00:00Z' },
    },
    logId: { keyId: createHash('sha256').update(publicKey).digest('base64') },
  }
}

/** The stand-in for Fulcio reads the token and leaves its signature alone. */
function tokenOf(claims: Claims): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none' })}.${part({ sub: 'a workflow', ...claims })}.`
}

/** The smallest TUF repository: one key signs every role, one target. */
function tufRepository(target: string, content: string): { files: Record<string, string>; root: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url').toString('hex')
  const key = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: raw } }
  const role = { keyids: ['the-key'], threshold: 1 }
  const metadata = (type: string, more: object): string => {
    const expires = new Date(Date.now() + 86_400_000).toISOString().replace(/\.\d+/, '')
    const signed = { _type: type, spec_version: '1.0.31', version: 1, expires, ...more }
    const sig = signBytes(null, Buffer.from(canonical(signed)), privateKey).toString('hex')
    return JSON.stringify({ signatures: [{ keyid: 'the-key', sig }], signed })
  }
  const sha256 = createHash('sha256').update(content).digest('hex')
  const roles = { root: role, timestamp: role, snapshot: role, targets: role }
  const root = metadata('root', { consistent_snapshot: false, keys: { 'the-key': key }, roles })
  const files = {
    '/timestamp.json': metadata('timestamp', { meta: { 'snapshot.json': { version: 1 } } }),
    '/snapshot.json': metadata('snapshot', { meta: { 'targets.json': { version: 1 } } }),
    '/targets.json': metadata('targets', {
      targets: { [target]: { length: Buffer.byteLength(content), hashes: { sha256 } } },
    }),
    [`/targets/${target}`]: content,
  }
  return { files, root }
}

/** JSON as TUF signs it: keys in order, no spaces. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}
