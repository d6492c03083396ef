import type { Verdict } from '../verify/verdict.ts'
import { lookUp } from './answers.ts'
import { CHECK_NAME, externalId } from './check-id.ts'
import type { PullRequest } from './pull.ts'
import type { RegistryRepository } from './registry-repository.ts'
import { fromRecord } from './verdict-record.ts'

/** What the registry has said about one commit. */
export interface VerdictCheck {
  /** When, in milliseconds since 1970. */
  at: number
  conclusion: string | undefined
  /** What GitHub goes by: the newest run of that name on the commit, which may be about another pull request. */
  shown: string | undefined
  /** Since when a change of owner waits for its time; absent where none has been reported. */
  heldSince?: number
  /** Absent where the commit is no publication, so that people review it. */
  verdict?: Verdict
}

/**
 * The latest verdict on the head of a pull request; `undefined` where the registry has not judged it. Check runs of others, and jobs that
 * only have the same name, are not looked at.
 *
 * @throws Unreachable
 */
export async function readVerdictCheck(
  registry: RegistryRepository,
  { number, headSha }: Pick<PullRequest, 'number' | 'headSha'>,
): Promise<VerdictCheck | undefined> {
  const { client, at } = registry
  // `latest` would let a forged run hide ours.
  const options = { ...at, ref: headSha, check_name: CHECK_NAME, filter: 'all', per_page: 100 } as const
  const request = client.paginate(client.rest.checks.listForRef, options)
  const runs = (await lookUp(`the checks of \`${headSha}\``, request)) ?? []
  const shown = runs.toSorted((a, b) => b.id - a.id)[0]?.conclusion ?? undefined
  const ours = runs.filter(
    ({ app, head_sha }) => app?.slug && registry.apps.includes(app.slug) && head_sha === headSha,
  )
  const checks = ours.flatMap(
    ({ id, external_id, completed_at, conclusion, output }): (VerdictCheck & { id: number })[] => {
      const found = { id, at: Date.parse(completed_at ?? ''), conclusion: conclusion ?? undefined, shown }
      if (Number.isNaN(found.at)) return []
      if (external_id === externalId('other', number, headSha)) return [found]
      if (external_id !== externalId('verdict', number, headSha)) return []
      const verdict = fromRecord(output.text)
      return verdict?.headSha === headSha ? [{ ...found, verdict }] : []
    },
  )
  const [newest, ...older] = checks.sort((a, b) => b.at - a.at || b.id - a.id)
  const held = [newest, ...older].filter((check) => check?.verdict?.waitDays !== undefined)
  return newest && { ...newest, ...(held.length > 0 && { heldSince: held.at(-1)!.at }) }
}
