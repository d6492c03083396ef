import { createHash } from 'node:crypto'

/**
 * What the detached signature in a proof.json is made over, as bytes: four lines of UTF-8, each with a line feed at its end.
 *
 *     mcp-git-registry:v1
 *     com.acme/search
 *     1.2.0
 *     <SHA-256 of the bytes of server.json, 64 lower-case hexadecimal digits>
 *
 * The first line keeps a signature from meaning anything elsewhere, and one made elsewhere from meaning anything here.
 *
 * @param name the server name, `namespace/name`
 * @param document the bytes of server.json
 */
export function signedText(name: string, version: string, document: Buffer): Buffer {
  const digest = createHash('sha256').update(document).digest('hex')
  return Buffer.from(`mcp-git-registry:v1\n${name}\n${version}\n${digest}\n`)
}
