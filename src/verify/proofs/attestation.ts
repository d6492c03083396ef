import type { Bundle } from 'sigstore'

const PROVENANCE = 'https://slsa.dev/provenance/v1'

/**
 * The SHA-256 digests of the files that a bundle with an attestation is about; `undefined` for a bundle that signs a
 * file itself. An attestation is verified by its own text, which does not tell that it is about a particular file. Only
 * those that say where a file was built count; others may say anything about it.
 *
 * @throws SyntaxError and others where the statement cannot be read
 */
export function attestedDigests({ dsseEnvelope }: Bundle): string[] | undefined {
  if (!dsseEnvelope) return undefined
  const statement = JSON.parse(Buffer.from(dsseEnvelope.payload, 'base64').toString('utf8')) as Statement
  const isProvenance =
    dsseEnvelope.payloadType === 'application/vnd.in-toto+json' && statement.predicateType === PROVENANCE
  return isProvenance ? statement.subject.map(({ digest }) => digest.sha256) : []
}

/** In-toto's statement, as far as it matters here. */
interface Statement {
  predicateType: string
  subject: { digest: { sha256: string } }[]
}
