import { SERVERS } from '../model/tree-path.ts'
import { streamGit } from './git.ts'

/** One commit that touched a file. `order` grows with every commit on the main branch. */
export interface FileEvent {
  /** Committer time in microseconds. */
  at: number
  order: number
  /** The blob that the commit left behind; `undefined` where it removed the file. */
  oid: string | undefined
}

export interface FileHistory {
  /** For a server.json: the commit that added it, the last one where it was removed and added again. */
  added?: FileEvent & { commit: string; pullRequest?: number }
  /** Newest first; for a server.json down to `added`. */
  events: FileEvent[]
}

/** History of the files that time is read from, by path relative to the registry's root. */
export type History = ReadonlyMap<string, FileHistory>

const TIMED = /\/(?:server\.json|status\.md|moderation\.md)$/

/** Begins a commit's line. No change begins like this, and a path is only looked for after a change. */
const COMMIT = '\u0001'
/** Stands between the fields of a commit's line; the subject comes last and may hold anything. */
const FIELD = '\u0002'
const FORMAT = `--format=${COMMIT}${['%H', '%ct', '%P', '%s'].join(FIELD)}`

/**
 * Reads who changed what and when from one streamed `git log` along the first parents of `revision`. Only committer
 * dates are read: author dates are whatever a publisher says they are.
 *
 * @param prefix where the registry's root lies in the repository: empty, or a folder with a `/` at the end
 */
export async function readHistory(repository: string, revision: string, prefix = ''): Promise<History> {
  const reader = new LogReader(`${prefix}${SERVERS}/`, prefix.length)
  const log = streamGit(repository, [
    'log',
    '--first-parent',
    '--diff-merges=first-parent',
    '--no-renames',
    '--no-show-signature',
    '--raw',
    '-z',
    '--no-abbrev',
    FORMAT,
    revision,
  ])
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of log) {
    const tokens = (rest + decoder.decode(chunk, { stream: true })).split('\0')
    rest = tokens.pop()!
    for (const token of tokens) reader.take(token)
  }
  return reader.files
}

/** Understands the NUL-separated tokens of `git log --raw -z`: a commit line, then change and path in turn. */
class LogReader {
  readonly files = new Map<string, FileHistory>()
  readonly #folder: string
  readonly #cut: number
  #header = ''
  #at = 0
  #order = 0
  #change = ''

  constructor(folder: string, cut: number) {
    this.#folder = folder
    this.#cut = cut
  }

  take(token: string): void {
    if (this.#change) {
      this.#takePath(token)
      this.#change = ''
    } else if (token.startsWith(COMMIT)) {
      this.#header = token
      const time = token.indexOf(FIELD) + 1
      this.#at = Number(token.slice(time, token.indexOf(FIELD, time))) * 1_000_000
      this.#order--
    } else {
      this.#change = token.trimStart()
    }
  }

  #takePath(path: string): void {
    if (!path.startsWith(this.#folder) || !TIMED.test(path)) return
    const key = path.slice(this.#cut)
    let file = this.files.get(key)
    if (!file) this.files.set(key, (file = { events: [] }))
    if (file.added) return
    const [, , before, oid, status] = this.#change.split(' ') as [string, string, string, string, string]
    if (before === oid) return // Only the mode has changed.
    const event = { at: this.#at, order: this.#order, oid: status === 'D' ? undefined : oid }
    file.events.push(event)
    if (status === 'A' && path.endsWith('/server.json')) file.added = { ...event, ...sourceOf(this.#header) }
  }
}

/**
 * GitHub's merge commits name the pull request at the start of the subject, its squashed ones at the end; the rest of
 * the subject is the publisher's, and may claim any number.
 */
function sourceOf(header: string): { commit: string; pullRequest?: number } {
  const [commit = '', , parents = '', ...subject] = header.slice(1).split(FIELD)
  const place = parents.includes(' ') ? /^Merge pull request #(\d{1,9})\b/ : /\(#(\d{1,9})\)$/
  const pullRequest = place.exec(subject.join(FIELD))?.[1]
  return { commit, ...(pullRequest && { pullRequest: Number(pullRequest) }) }
}
