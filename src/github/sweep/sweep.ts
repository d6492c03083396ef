import { namespaceOf } from '../../model/server-name.ts'
import type { CatalogServer } from '../../catalog/catalog.ts'
import { readCatalogAt } from '../../catalog/read-catalog.ts'
import { readConfig } from '../../catalog/config.ts'
import type { Change } from '../../verify/change/change.ts'
import type { Context } from '../../verify/context.ts'
import { Unreachable } from '../../verify/net/unreachable.ts'
import { CHECK_FAILED } from '../../verify/rules/check-failed.ts'
import { RULES } from '../../verify/rules/index.ts'
import { standingRegistry } from '../../verify/standing/standing-registry.ts'
import type { Bench } from '../judge.ts'
import { asPublished, asPublisher } from './as-published.ts'
import { ownerFindings } from './owner-standing.ts'
import type { SweepFinding, SweepReport } from './sweep-report.ts'
import { turnOf } from './turns.ts'

/** GitHub answers a workflow a thousand times an hour, and a namespace costs a question. */
const NAMESPACES_PER_NIGHT = 500
const VERSIONS_PER_NIGHT = 2000

const PACKAGE_RULES = RULES.filter(({ code, network }) => network && code.startsWith('R4'))

/**
 * Looks again at what was proved once: the owners of namespaces, and the packages of the latest versions. Nothing is
 * changed by it.
 *
 * @param known the subjects of what was found before; they are looked at every night
 * @throws RegistryError where the registry in the clone cannot be read
 */
export async function sweep(
  bench: Omit<Bench, 'registry'>,
  known: ReadonlySet<string>,
  now: number,
): Promise<SweepReport> {
  const { catalog } = await readCatalogAt(bench.folder, 'HEAD')
  const living = catalog.servers.filter(
    ({ latest }) => latest.official.status !== 'deleted' && !latest.provenance.upstream,
  )
  const owned = new Map(living.map((server) => [namespaceOf(server.name), server]))
  const namespaces = turnOf([...owned], ([name]) => name, NAMESPACES_PER_NIGHT, now, known)
  const servers = turnOf(living, subjectOf, VERSIONS_PER_NIGHT, now, known)
  const look = await lookerAt(bench, catalog.commit!, now)
  const findings: SweepFinding[] = []
  for (const [namespace, server] of namespaces) {
    const { owner } = server
    if (!owner) continue
    findings.push(
      ...(await look(server, namespace, known, (change, context) =>
        ownerFindings(namespace, owner, change, context),
      )),
    )
  }
  for (const server of servers) {
    const subject = subjectOf(server)
    findings.push(
      ...(await look(server, subject, known, (change, context) => packageFindings(subject, change, context))),
    )
  }
  return { version: 1, namespaces: namespaces.length, versions: servers.length, findings }
}

type Question = (change: Change, context: Context) => Promise<SweepFinding[]>

async function lookerAt(bench: Omit<Bench, 'registry'>, commit: string, now: number) {
  const { folder, facts, web, dns } = bench
  const { policy, featured } = readConfig(folder)
  const standing = standingRegistry(folder, commit, commit)
  const shared: Omit<Context, 'publisher'> = {
    policy,
    featured,
    ...standing,
    ownership: async () => [],
    offline: false,
    github: facts,
    web: web(policy.packages),
    dns,
    // What was there for weeks has not just been published: nothing is waited for.
    sleep: async () => {},
    now,
  }
  return async (
    { name, latest, owner }: CatalogServer,
    subject: string,
    known: ReadonlySet<string>,
    ask: Question,
  ): Promise<SweepFinding[]> => {
    try {
      const change = await asPublished(standing.base, commit, name, latest.version)
      return await ask(change, { ...shared, publisher: asPublisher(owner) })
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      // What was wrong before and cannot be looked at is not in order again.
      return known.has(subject) ? [{ code: CHECK_FAILED.code, subject, message: error.message }] : []
    }
  }
}

async function packageFindings(subject: string, change: Change, context: Context): Promise<SweepFinding[]> {
  const findings: SweepFinding[] = []
  for (const { code, check } of PACKAGE_RULES) {
    const outcomes = await check(change, context)
    const wrong = outcomes.filter(({ status }) => status === 'fail' || status === 'hold')
    findings.push(...wrong.map(({ message }) => ({ code, subject, message })))
    const unanswered = outcomes.find(({ status }) => status === 'error')
    if (unanswered && wrong.length === 0) throw new Unreachable(unanswered.message)
  }
  return findings
}

function subjectOf({ name, latest }: CatalogServer): string {
  return `${name} ${latest.version}`
}
