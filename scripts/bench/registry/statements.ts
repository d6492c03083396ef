import { inventMoment } from './calendar.ts'
import type { Random } from './random.ts'

/** A status.md or a moderation.md that somebody writes some time after publication. */
export interface Statement {
  at: number
  /** `undefined`: about all versions. Otherwise the place of the version in the order of publication. */
  version: number | undefined
  file: 'status.md' | 'moderation.md'
  text: string
}

const DEPRECATED = 0.03
const DELETED = 0.02
const MODERATED = 0.001

const MESSAGES = [
  'No longer maintained.',
  'A security fix is out: please upgrade.',
  'Published by mistake.',
  'Renamed; the old package gets no more releases.',
  '',
]

/**
 * Invents what is said about the versions of a server that were published at `times`. Half of the versions concerned
 * belong to servers that went away as a whole.
 */
export function inventStatements(times: readonly number[], random: Random): Statement[] {
  const half = (DEPRECATED + DELETED) / 2
  const statements: Statement[] = []
  if (random.chance(half)) statements.push(...inventStatus(undefined, times.at(-1)!, random))
  times.forEach((time, version) => {
    if (random.chance(half)) statements.push(...inventStatus(version, time, random))
  })
  if (random.chance(MODERATED)) {
    const text = '---\nstatus: deleted\nreason: spam\n---\nTaken down after a report.\n'
    const at = inventMoment(times.at(-1)!, random)
    statements.push({ at, version: undefined, file: 'moderation.md', text })
  }
  return statements
}

function inventStatus(version: number | undefined, after: number, random: Random): Statement[] {
  const message = random.pick(MESSAGES)
  const say = (at: number, status: string): Statement => {
    return {
      at,
      version,
      file: 'status.md',
      text: `---\nstatus: ${status}\n---\n${message && `${message}\n`}`,
    }
  }
  const at = inventMoment(after, random)
  if (!random.chance(DELETED / (DEPRECATED + DELETED))) return [say(at, 'deprecated')]
  const later = inventMoment(at, random)
  return random.chance(0.2) ? [say(at, 'deprecated'), say(later, 'deleted')] : [say(at, 'deleted')]
}
