import { show } from '../../validate/text/show.ts'
import type { Change } from '../change/change.ts'

/**
 * What a signature says nothing about, as a sentence: any file of the namespace that is not a new version or its
 * signature. Whoever copies a signed version into a pull request could otherwise add a status of their own to it.
 */
export function unsignedFile(namespace: string, { files, publications }: Change): string | undefined {
  const signed = new Set(publications.flatMap(({ file }) => [file.path, proofPath(file.path)]))
  const other = files.find(
    ({ path, place, status }) => place?.namespace === namespace && (status !== 'added' || !signed.has(path)),
  )
  return other && `A signature is about new versions and says nothing about ${show(other.path)}.`
}

function proofPath(serverPath: string): string {
  return serverPath.replace(/server\.json$/, 'proof.json')
}
