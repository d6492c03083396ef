import type { Entry } from '../../model/entry.ts'
import { formatDay } from '../text/dates.ts'
import { accountReference, referencesOf, type Phrase } from './provenance.ts'
import { proofWords } from './proof-words.ts'

/** How a version came into the registry. */
export interface Arrival {
  sentences: Phrase[]
  /** The kind of proof that stood behind it, where the site has a text about it. */
  proof?: string
}

/**
 * Says how a version came in, and as plainly where nothing is on record.
 *
 * @param repository the GitHub repository of the registry, `owner/name`
 */
export function arrivalOf({ provenance, official }: Entry, repository: string | undefined): Arrival {
  const { pullRequest, commit, upstream } = referencesOf(provenance, repository)
  if (upstream) {
    const checks = 'The checks of that registry apply. This one did not repeat them.'
    return { sentences: [['Mirrored from ', upstream, '.'], [checks]] }
  }
  const where: Phrase = commit ? [' in commit ', commit] : []
  const { publisher, proof, approval } = provenance
  if (publisher && pullRequest) {
    const account = accountReference(publisher.login)
    const day = formatDay(official.publishedAt)
    const words = proofWords(proof)
    return {
      sentences: [
        [
          'Published by the GitHub account ',
          account,
          ` on ${day}, by pull request `,
          pullRequest,
          ...where,
          '.',
        ],
        [words?.publication ?? 'No proof of ownership was written down.'],
        ...(approval
          ? [['A maintainer, ', accountReference(approval.login), ', looked at it and approved.']]
          : []),
      ],
      ...(words && { proof: proof! }),
    }
  }
  if (pullRequest) {
    return {
      sentences: [
        ['This entry came by pull request ', pullRequest, ...where, '.'],
        ['What was checked is not on record here.'],
      ],
    }
  }
  if (commit) {
    return {
      sentences: [
        ['This entry was committed without a pull request', ...where, '.'],
        ['The gate checked nothing.'],
      ],
    }
  }
  return { sentences: [['Where this entry came from is not on record.']] }
}

/** A sentence without its links. */
export function plainText(phrase: Phrase): string {
  return phrase.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')
}
