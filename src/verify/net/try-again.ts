import { show } from '../../validate/text/show.ts'
import { Unreachable } from './unreachable.ts'

const TRIES = 4
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 30_000

/** Thrown inside a try where another one may succeed. */
export class TryAgain extends Error {
  readonly host: string
  readonly pause: number | undefined

  /** @param what what the host did, as the end of a sentence; `pause`: what it asked for, in milliseconds */
  constructor(host: string, what: string, pause?: number) {
    super(what)
    this.host = host
    this.pause = pause
  }
}

/**
 * Tries up to four times, with growing pauses or with the one that the host asks for.
 *
 * @throws Unreachable after the last try, and at once where the host wants to be left alone for more than 30 s
 */
export async function tryAgain<T>(
  attempt: () => Promise<T>,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof TryAgain)) throw error
      const pause = error.pause ?? backOff(tries)
      if (tries === TRIES || pause > LONGEST_PAUSE) throw gaveUp(error, tries, pause)
      await sleep(pause)
    }
  }
}

/** Twice as long every time, and never quite the same, so that many checks do not come back at once. */
function backOff(tries: number): number {
  return FIRST_PAUSE * 2 ** (tries - 1) * (0.5 + Math.random() / 2)
}

function gaveUp({ host, message }: TryAgain, tries: number, pause: number): Unreachable {
  const often = tries === 1 ? '' : ` (${tries} tries)`
  const wish = pause > LONGEST_PAUSE ? `, and asks for ${Math.ceil(pause / 60_000)} minutes of patience` : ''
  return new Unreachable(`${show(host)} ${message}${often}${wish}.`)
}

/** Seconds or a date (RFC 9110 §10.2.3), in milliseconds from now; `undefined` where the header is absent or neither. */
export function retryAfter(header: string | null, now = Date.now()): number | undefined {
  if (!header) return undefined
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined
}
