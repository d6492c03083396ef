import type { ServerJson } from '../model/server-json.ts'
import { versionFolder } from '../model/tree-path.ts'
import { code } from '../verify/render/markdown.ts'
import type { StatusChange } from './status-change.ts'

/** What people read of a pull request, and the branch that it is on. */
export interface PullText {
  branch: string
  title: string
  /** Markdown, five lines at most. */
  body: string
}

/** Packages and remotes that are named; the file has them all. */
const NAMED = 3

/** The pull request that publishes a version. Whatever the server.json holds becomes no markup and mentions nobody. */
export function publicationPull(
  server: Pick<ServerJson, 'name' | 'version' | 'packages' | 'remotes'>,
): PullText {
  const { name, version } = server
  return {
    branch: branchOf('publish', name, version),
    title: `${plain(name)} ${plain(version)}`,
    body: lines([
      `Publishes ${code(name)} ${code(version)}.`,
      offer(server),
      `The file: ${code(`${versionFolder(name, version)}/server.json`)}`,
      'The registry checks this and merges it by itself; a comment here says what has to change, if anything has.',
      'Opened with `mcp-git publish`.',
    ]),
  }
}

const VERBS = { active: 'restore', deprecated: 'deprecate', deleted: 'delete' } as const
const SENTENCES = { active: 'Offers', deprecated: 'Deprecates', deleted: 'Deletes' } as const
const AFTERWARDS = { active: ' again', deprecated: '', deleted: '' } as const

/** The pull request that changes the status of a version, or of all of a server's. */
export function statusPull({ name, version, status, reason, movedTo }: StatusChange): PullText {
  const verb = VERBS[status]
  const what = version === undefined ? `all versions of ${code(name)}` : `${code(name)} ${code(version)}`
  return {
    branch: branchOf(verb, name, version),
    title: `${capital(verb)} ${plain(name)}${version === undefined ? '' : ` ${plain(version)}`}`,
    body: lines([
      `${SENTENCES[status]} ${what}${AFTERWARDS[status]}.`,
      reason && `Reason: ${code(oneLine(reason))}`,
      movedTo && `Use instead: ${code(movedTo)}`,
      'The registry checks this and merges it by itself; a comment here says what has to change, if anything has.',
      `Opened with \`mcp-git ${verb}\`.`,
    ]),
  }
}

function offer({
  packages = [],
  remotes = [],
}: Pick<ServerJson, 'packages' | 'remotes'>): string | undefined {
  const all = [
    ...packages.map(({ registryType, identifier, version }) =>
      code([registryType, identifier, version].filter(Boolean).join(' ')),
    ),
    ...remotes.map(({ type, url }) => code([type, url].filter(Boolean).join(' '))),
  ]
  if (all.length === 0) return undefined
  const rest = all.length - NAMED
  return `It offers ${all.slice(0, NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`
}

/** Whether a branch was made by this program, so that the text of its pull request is not what a person wrote. */
export function isOwnBranch(branch: string): boolean {
  return ['publish', ...Object.values(VERBS)].some((kind) => branch.startsWith(`${kind}/`))
}

/**
 * Git allows less in the name of a branch than a version may hold; whatever else there is, is percent-encoded. The letter
 * case stays, so that no two servers share a branch.
 */
function branchOf(kind: string, name: string, version: string | undefined): string {
  const encoded = [name, ...(version === undefined ? [] : [version])].map((part) =>
    part
      .replace(/[^\w./+-]/gu, encodeCharacter)
      .replace(/\.(?=\.|lock(?:\/|$)|\/|$)|^[./]|\/(?=[./]|$)/g, encodeCharacter),
  )
  return `${kind}/${encoded.join('@')}`
}

function encodeCharacter(character: string): string {
  const bytes = [...new TextEncoder().encode(character)]
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}

/** Names and versions as they have to be; in a title even a wrong one must mention nobody. */
function plain(text: string): string {
  return text.replace(/[^\w./+~-]/gu, '?').slice(0, 200)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1)
}

function lines(all: readonly (string | undefined)[]): string {
  return `${all.filter(Boolean).join('\n')}\n`
}
