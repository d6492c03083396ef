import { show } from '../../validate/text/show.ts'
import type { Publication } from '../change/change.ts'
import { readProofFile } from './proof-file.ts'
import { isSignedBy, keyLabel, type PublishedKey } from './public-key.ts'
import { signedText } from './signed-text.ts'

/**
 * What keeps a version from being signed by one of the keys, as a sentence; `undefined` where nothing does. Any key
 * will do, so that a new one can be published before the old one is gone.
 */
export function signatureFault(
  { name, version, file, proof }: Publication,
  keys: readonly PublishedKey[],
): string | undefined {
  const label = show(`${name} ${version}`)
  if (!proof) return `${label} has no \`proof.json\` with a signature.`
  const content = readProofFile(proof)
  if ('fault' in content) return `The \`proof.json\` of ${label} cannot be read: ${content.fault}`
  const { signature, algorithm, publicKey } = content
  if (signature === undefined) return `The \`proof.json\` of ${label} has no \`signature\`.`
  const text = signedText(name, version, file.bytes)
  const bytes = Buffer.from(signature, 'base64')
  const fitting = keys.filter((key) => key.algorithm === algorithm)
  if (fitting.some((key) => isSignedBy(key, text, bytes))) return undefined
  const published = keys.map(keyLabel).join(', ')
  const used =
    publicKey === undefined ? show(algorithm) : keyLabel({ algorithm: algorithm!, text: publicKey })
  const isPublished = keys.some((key) => key.algorithm === algorithm && key.text === publicKey)
  return isPublished
    ? `The signature of ${label} by ${used} does not fit its name, version and bytes.`
    : `The signature of ${label} (${used}) is by none of the published keys: ${published}. A record that is out of date has to go.`
}
