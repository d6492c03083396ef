import { CONFIG_FILE, parseConfig, type RegistryConfig } from '../catalog/config.ts'
import { visible } from '../validate/text/show.ts'
import type { Policy } from '../catalog/policy.ts'
import type { Change } from './change/change.ts'
import { readChange } from './change/read-change.ts'
import { claimedNamespaces, MOST_CLAIMED } from './change/moves.ts'
import type { Context } from './context.ts'
import { decide } from './decide.ts'
import { docsOf } from './docs-address.ts'
import type { GitHubFacts } from './github-facts.ts'
import type { Dns } from './net/dns.ts'
import type { WebClient } from './net/web-client.ts'
import { once } from './once.ts'
import { findOwnership } from './proofs/find-ownership.ts'
import type { Ownership } from './proofs/ownership.ts'
import type { Publisher } from './publisher.ts'
import { RULES } from './rules/index.ts'
import { OTHER_FILES } from './rules/other-files.ts'
import { runRules, type Said } from './run-rules.ts'
import { standingRegistry } from './standing/standing-registry.ts'
import type { GateFinding, Verdict } from './verdict.ts'

export interface VerifyRequest {
  /** A folder in a clone that has both commits. Nothing is checked out. */
  repository: string
  /** The main branch, and the head of the pull request: commits, or names of commits. */
  base: string
  head: string
  publisher: Publisher
  github: GitHubFacts
  /** Made from the settings of the base, so that an operator's mirrors are known. */
  web(packages: Policy['packages']): WebClient
  dns: Dns
  /** No GitHub, no web, no DNS. */
  offline?: boolean
  /**
   * An earlier verdict on the same head: rules that ask third parties are not asked again, and what they said then
   * counts. Everything else is judged anew against the present base.
   */
  earlier?: Verdict
  /** Milliseconds since 1970. */
  now?: number
  /** Waits between two looks at a package that is not there yet; replaced where nobody wants to wait. */
  sleep?: Context['sleep']
}

/**
 * Judges a pull request: what merging it would do to the registry, by rules and settings of the base alone. Never
 * throws for anything that a pull request holds; what could not be looked at is an `error` in the verdict.
 *
 * @throws RegistryError R603 where a commit is not in the clone or Git fails, R604 where the base's settings are broken
 */
export async function verify(request: VerifyRequest): Promise<Verdict> {
  const { repository, earlier } = request
  const change = await readChange(repository, request.base, request.head)
  const standing = standingRegistry(repository, change.baseSha, change.mergedTree)
  const config = parseConfig((await standing.base.read(CONFIG_FILE))?.toString('utf8'))
  const context = contextOf(request, change, standing, config)
  // Of what people review, nobody needs to hear what the gate would think of it.
  const rules = change.isForPeople ? [OTHER_FILES] : RULES
  const said = await runRules(rules, change, context)
  const ownership = rules === RULES ? await context.ownership().catch((): Ownership[] => []) : []
  const findings = said.map((finding) => toFinding(finding, config.url))
  const evidence = earlier ? (earlier.evidence ?? []) : said.flatMap((finding) => finding.evidence ?? [])
  const proof = ownership.find((owned) => owned.proof)?.proof
  const owners = ownership.flatMap(({ owner }) => owner ?? [])
  const changesOwner = ownership.some(({ pinnedTo }) => pinnedTo !== undefined)
  return {
    version: 1,
    decision: decide(findings, rules, request.offline ?? false),
    headSha: change.headSha,
    baseSha: change.baseSha,
    findings,
    ...(proof && { proof: proof.kind }),
    publishes: change.publications.map(({ name, version }) => ({ name, version })),
    ...(owners.length > 0 && { owners }),
    ...(evidence.length > 0 && { evidence }),
    ...(changesOwner && { waitDays: config.policy.ownerChangeDays }),
  }
}

/** Paths come from strangers, and some rules repeat them in their sentences. */
function toFinding({ evidence: _, path, message, ...finding }: Said, siteUrl: string): GateFinding {
  return {
    ...finding,
    ...(path !== undefined && { path: visible(path).replaceAll('\n', '\\u{a}') }),
    message: visible(message),
    docs: docsOf(finding.code, siteUrl),
  }
}

function contextOf(
  request: VerifyRequest,
  change: Change,
  standing: ReturnType<typeof standingRegistry>,
  { policy, featured }: RegistryConfig,
): Context {
  const { publisher, github, dns, earlier, sleep, offline = false, now = Date.now() } = request
  const context: Context = {
    publisher,
    policy,
    featured,
    ...standing,
    ownership: once(() => {
      const claimed = claimedNamespaces(change).slice(0, MOST_CLAIMED)
      return Promise.all(claimed.map((namespace) => findOwnership(namespace, change, context)))
    }),
    offline,
    github,
    web: request.web(policy.packages),
    dns,
    now,
    ...(earlier && { earlier }),
    ...(sleep && { sleep }),
  }
  return context
}
