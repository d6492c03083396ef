/**
 * Something outside did not answer, or not in a way that says anything: no connection, a timeout, 429, 5xx. A rule that
 * meets this has not looked, so its finding is `error` and it is tried again later. The message is a whole sentence.
 */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}
