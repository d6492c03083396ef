import type { GateRecord } from '../model/entry.ts'
import { SERVERS } from '../model/tree-path.ts'
import { readGateRecord } from './gate-record.ts'
import { streamGit } from './git.ts'

/** One commit that touched a file. `order` grows with every commit on the main branch. */
export interface FileEvent {
  /** Committer time in microseconds. */
  at: number
  order: number
  /** The blob that the commit left behind; `undefined` where it removed the file. */
  oid: string | undefined
}

/** What a commit on the main branch says about where it comes from. */
export interface CommitSource {
  commit: string
  pullRequest?: number
  gate?: GateRecord
}

export interface FileHistory {
  /** For a server.json: the commit that added it, the last one where it was removed and added again. */
  added?: FileEvent & CommitSource
  /** Newest first; for a server.json down to `added`. */
  events: FileEvent[]
}

/** History of the files that time is read from, by path relative to the registry's root. */
export type History = ReadonlyMap<string, FileHistory>

const TIMED = /\/(?:server\.json|status\.md|moderation\.md)$/

/** Begins a commit's line. No change begins like this, and a path is only looked for after a change. */
const COMMIT = '\u0001'
/** Stands between the fields of a commit's line; the subject comes last and may hold anything but a line break. */
const FIELD = '\u0002'
/** The body is read here and not by `%(trailers)`, which would find trailers among other lines as well. */
const FORMAT = `--format=${COMMIT}${['%H', '%ct', '%P', '%s%n%b'].join(FIELD)}`

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
  #source: CommitSource | undefined
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
      this.#source = undefined
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
    if (status !== 'A' || !path.endsWith('/server.json')) return
    this.#source ??= sourceOf(this.#header)
    file.added = { ...event, ...this.#source }
  }
}

/**
 * GitHub's merge commits name the pull request at the start of the subject, its squashed ones at the end; the rest of
 * the subject is the publisher's, and may claim any number. The gate only squashes.
 */
function sourceOf(header: string): CommitSource {
  const [commit = '', , parents = '', ...message] = header.slice(1).split(FIELD)
  const text = message.join(FIELD)
  const subject = text.slice(0, text.indexOf('\n'))
  const isMerge = parents.includes(' ')
  const place = isMerge ? /^Merge pull request #(\d{1,9})\b/ : /\(#(\d{1,9})\)$/
  const found = place.exec(subject)?.[1]
  if (!found) return { commit }
  const pullRequest = Number(found)
  const gate = isMerge ? undefined : readGateRecord(text.slice(subject.length + 1), pullRequest)
  return { commit, pullRequest, ...(gate && { gate }) }
}
