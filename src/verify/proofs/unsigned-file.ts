import { proofBeside } from '../../model/tree-path.ts'
import { show } from '../../validate/text/show.ts'
import type { Change } from '../change/change.ts'
import { movesIn, type Move } from '../change/moves.ts'

/**
 * What a signature says nothing about, as a sentence: any file of the namespace that is not a new version or its
 * signature. Whoever copies a signed version into a pull request could otherwise add a status of their own to it.
 */
export function unsignedFile(namespace: string, change: Change): string | undefined {
  const { files, publications } = change
  const signed = new Set(publications.flatMap(({ file }) => [file.path, proofBeside(file.path)]))
  const other = files.find(
    ({ path, place, status }) => place?.namespace === namespace && (status !== 'added' || !signed.has(path)),
  )
  // Nor does it say that servers of others may send their users here.
  const path = other?.path ?? movesIn(change).find((move) => isArrival(move, namespace))?.path
  return path && `A signature is about new versions and says nothing about ${show(path)}.`
}

function isArrival(move: Move, namespace: string): boolean {
  return move.targetNamespace === namespace && move.namespace !== namespace
}
