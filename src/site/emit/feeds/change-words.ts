import { bannerOf } from '../../server/banner.ts'
import { factsOf } from '../../server/facts.ts'
import { safeText } from '../../text/safe-text.ts'
import type { Change } from './changes.ts'

/** What happened, in plain words: the state where it is not the usual one, else what the version brought. */
export function describeChange({ entry, previous }: Change): string {
  const banner = bannerOf(entry)
  if (banner) {
    const { state, circumstances, reason, message, movedTo } = banner
    return sentences([
      `${state} ${circumstances}`,
      ...(reason ? [`Reason: ${reason}`] : []),
      ...message,
      ...(movedTo ? [`Its place was taken by ${movedTo}`] : []),
    ])
  }
  const facts = factsOf(entry.server)
  if (!previous) return sentences(['The first version', entry.server.description, ...facts])
  const before = factsOf(previous.server)
  const news = facts.filter((fact) => !before.includes(fact))
  return sentences([
    `Follows version ${previous.version}`,
    ...(news.length > 0 ? [`Changed: ${news.join('. ')}`] : []),
    entry.server.description,
  ])
}

/** Pieces of text as sentences in a row, each with an end of its own. */
export function sentences(pieces: readonly string[]): string {
  return pieces
    .map(safeText)
    .filter((piece) => piece !== '')
    .map((piece) => (/[.!?…:;。]$/.test(piece) ? piece : `${piece}.`))
    .join(' ')
}
