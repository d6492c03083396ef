import type { Account, GateRecord, PackageEvidence } from '../model/entry.ts'
import type { Package, ServerJson } from '../model/server-json.ts'

const TRAILER = /^Registry-(Pull-Request|Head|Publisher|Proof|Approval|Evidence): (.+)$/
/** GitHub puts these at the end of a commit that it makes, where a repository asks for it. */
const OF_GITHUB = /^(?:Co-authored-by|Signed-off-by): /
const ACCOUNT = /^([A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:\[bot\])?)(?: \((\d{1,15})\))?$/
const PROOF = /^[a-z]{2,20}$/
const EVIDENCE = /^(\S+ \S.*) (integrity|digest|sha256) (\S.{0,399})$/

/**
 * What the gate wrote into the message of its squash commit (`publicationMessage` of the room github). It writes
 * trailers and nothing else, so a body that holds anything besides them is somebody else's: a person who merges by hand
 * takes over texts of the publisher, in which a line can look like a trailer of ours.
 *
 * @param body the message without its subject
 * @param pullRequest the number in the subject
 */
export function readGateRecord(body: string, pullRequest: number): GateRecord | undefined {
  if (!body.startsWith(`Registry-Pull-Request: ${pullRequest}\n`)) return undefined
  const once = new Map<string, string>()
  const evidence: PackageEvidence[] = []
  for (const line of body.split('\n')) {
    if (line === '' || OF_GITHUB.test(line)) continue
    const [, key, value] = TRAILER.exec(line) ?? []
    if (key === undefined || value === undefined || once.has(key)) return undefined
    if (key === 'Evidence') evidence.push(...readEvidence(value))
    else once.set(key, value)
  }
  const publisher = readAccount(once.get('Publisher'))
  if (!publisher || !once.has('Head')) return undefined
  const proof = once.get('Proof')
  const approval = readAccount(once.get('Approval'))
  return {
    publisher,
    ...(proof && PROOF.test(proof) && { proof }),
    ...(approval && { approval }),
    ...(evidence.length > 0 && { evidence }),
  }
}

/** The part of a record that is about this version: a pull request can publish several. */
export function recordFor({ packages = [] }: ServerJson, record: GateRecord): GateRecord {
  const { evidence = [], ...rest } = record
  const own = evidence.filter(({ package: seen }) => packages.some((pack) => isOf(seen, pack)))
  return { ...rest, ...(own.length > 0 && { evidence: own }) }
}

function readAccount(text = ''): Account | undefined {
  const [, login, id] = ACCOUNT.exec(text) ?? []
  return login === undefined ? undefined : { login, ...(id && { id: Number(id) }) }
}

function readEvidence(text: string): PackageEvidence[] {
  const [, seen, kind, value] = EVIDENCE.exec(text) ?? []
  return seen && value ? [{ package: seen, kind: kind as PackageEvidence['kind'], value }] : []
}

/** PyPI's files have their name behind the version. */
function isOf(seen: string, { registryType, identifier, version }: Package): boolean {
  const named = `${registryType} ${identifier}`
  return seen === named || seen === `${named}@${version}` || seen.startsWith(`${named}@${version} `)
}
