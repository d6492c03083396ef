import { namespaceOf } from '../model/server-name.ts'
import type { Place } from '../catalog/layout.ts'
import type { Verdict } from '../verify/verdict.ts'
import type { Approval } from './holds.ts'

export interface CommitMessage {
  title: string
  body: string
}

/** What a squash commit is told from. Nothing that a person wrote (title, body, branch) is among it. */
export interface MergeFacts {
  pullRequest: number
  headSha: string
  publisher: { login: string; id?: number }
  verdict: Verdict
  /** What the changed files are for. */
  places: readonly Place[]
  approval?: Approval
}

/** The message of a publication's squash commit: what was published, and in trailers how the registry knows. */
export function publicationMessage(facts: MergeFacts): CommitMessage {
  const { pullRequest, headSha, publisher, verdict, places, approval } = facts
  const trailers = [
    ['Pull-Request', String(pullRequest)],
    ['Head', headSha],
    ['Publisher', account(publisher)],
    ...(verdict.proof ? [['Proof', verdict.proof]] : []),
    ...(approval ? [['Approval', account(approval)]] : []),
    ...(verdict.evidence ?? []).map((seen) => ['Evidence', `${seen.package} ${seen.kind} ${seen.value}`]),
  ]
  return {
    title: `${summary(verdict, places)} (#${pullRequest})`,
    body: trailers.map(([key, value]) => `Registry-${key}: ${oneLine(value!)}`).join('\n'),
  }
}

/** The title of the registry's own commit with an owner.json. */
export function ownerTitle(namespace: string, pullRequest: number): string {
  return `Record the owner of ${oneLine(namespace)} (#${pullRequest})`
}

function summary({ publishes }: Verdict, places: readonly Place[]): string {
  const [first, ...more] = publishes
  if (first && more.length === 0) return oneLine(`Publish ${first.name} ${first.version}`)
  if (first) {
    const namespaces = new Set(publishes.map(({ name }) => namespaceOf(name)))
    return oneLine(`Publish ${publishes.length} versions of ${[...namespaces].join(' and ')}`)
  }
  const subjects = [...new Set(places.map(subjectOf))]
  const what = places.every(({ kind }) => kind === 'status') ? 'status' : 'description'
  if (subjects.length === 1) return oneLine(`Change ${what} of ${subjects[0]}`)
  return oneLine(`Change ${what} of ${subjects.length} entries of ${places[0]?.namespace ?? 'the registry'}`)
}

function subjectOf(place: Place): string {
  const { namespace, name, version } = place as { namespace: string; name?: string; version?: string }
  return [name === undefined ? namespace : `${namespace}/${name}`, version].filter(Boolean).join(' ')
}

function account({ login, id }: { login: string; id?: number }): string {
  return id === undefined ? login : `${login} (${id})`
}

/** A line break would begin a trailer of somebody else's. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}
