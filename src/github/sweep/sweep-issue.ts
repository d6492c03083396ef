import { code, inline } from '../../verify/render/markdown.ts'
import { lookUp } from '../answers.ts'
import { isOurs, type RegistryRepository } from '../registry-repository.ts'
import type { SweepReport } from './sweep-report.ts'

const MARKER = '<!-- registry:sweep -->'
const TITLE = 'Some published entries are not in order any more'
/** GitHub takes 65,536 characters; what is left out comes up again in its turn. */
const MOST = 200
const LISTED = /^- R\d+ `([^`]+)`: /gm

interface SweepIssue {
  number: number
  body: string
}

/**
 * What the issue says is not in order: subjects that are looked at again every night.
 *
 * @throws Unreachable
 */
export async function knownSubjects(registry: RegistryRepository): Promise<Set<string>> {
  const issue = await findIssue(registry)
  return new Set([...(issue?.body.matchAll(LISTED) ?? [])].map(([, subject]) => subject!))
}

/**
 * Keeps the one issue up to date: opens it for the first finding, closes it after the last.
 *
 * @returns what was done, as a sentence
 */
export async function reportSweep(registry: RegistryRepository, report: SweepReport): Promise<string> {
  const { client, at } = registry
  const issue = await findIssue(registry)
  const { length } = report.findings
  if (length === 0) {
    if (!issue) return 'Everything is in order.'
    const closed = { state: 'closed', state_reason: 'completed' } as const
    await client.rest.issues.update({ ...at, issue_number: issue.number, body: bodyOf(report), ...closed })
    return `Everything is in order again: #${issue.number} is closed.`
  }
  const body = bodyOf(report)
  if (!issue) {
    // Tried again tomorrow only: GitHub may have opened the first one before the connection broke.
    const { data } = await client.rest.issues.create({ ...at, title: TITLE, body, request: { retries: 0 } })
    return `Opened #${data.number}: ${length} not in order.`
  }
  if (issue.body !== body) await client.rest.issues.update({ ...at, issue_number: issue.number, body })
  return `#${issue.number} is up to date: ${length} not in order.`
}

function bodyOf({ namespaces, versions, findings }: SweepReport): string {
  const lines = findings
    .slice(0, MOST)
    .map(({ code: rule, subject, message }) => `- ${rule} ${code(subject)}: ${inline(message.slice(0, 300))}`)
  const more = findings.length - lines.length
  return [
    MARKER,
    'These were in order when they were published. Nothing has been unpublished: a maintainer decides, with a `moderation.md` where it is needed.',
    '',
    ...lines,
    ...(more > 0 ? [`- and ${more} more`] : []),
    '',
    `The last look went over ${namespaces} namespaces and ${versions} versions.`,
  ].join('\n')
}

/** Anybody can write the marker, so the author counts too. */
async function findIssue(registry: RegistryRepository): Promise<SweepIssue | undefined> {
  const { client, at, apps } = registry
  for (const app of apps) {
    const options = { ...at, state: 'open', creator: `${app}[bot]`, per_page: 100 } as const
    const issues = await lookUp('the open issues', client.paginate(client.rest.issues.listForRepo, options))
    const found = issues?.find(
      ({ body, user, pull_request }) =>
        !pull_request && body?.startsWith(MARKER) && isOurs(registry, user?.login),
    )
    if (found) return { number: found.number, body: found.body!.replaceAll('\r\n', '\n') }
  }
  return undefined
}
