import type { Octokit } from '@octokit/core'
import { CHECK_NAME } from '../../github/check-id.ts'
import { isListed } from '../live.ts'
import { checkOf, stationsOf, type Checked, type Station } from '../progress.ts'
import type { ReadFinding } from '../verdict-text.ts'
import { isAnnounced } from './announced.ts'
import { askWith } from './ask.ts'
import { askAgain, type Etags } from './conditional.ts'
import { explain } from './refusal.ts'
import { repositoryName } from './repository-name.ts'

/** How far a pull request has come. Its title is what somebody wrote. */
export interface PullProgress {
  number: number
  url: string
  title: string
  state: 'open' | 'merged' | 'closed'
  headSha: string
  checked: Checked
  /** What the check says, by code; empty where it says nothing yet. */
  findings: ReadFinding[]
  /** The versions that it publishes; none where it only changes a status, or was not checked yet. */
  publishes: { name: string; version: string }[]
  /** Whether the registry shows it. */
  live: boolean
  stations: Station[]
}

interface ProgressOptions {
  signal?: AbortSignal | undefined
  fetch?: typeof globalThis.fetch | undefined
}

/**
 * Asks GitHub about a pull request and, once it is merged, the registry.
 *
 * @param etags answers to go by where GitHub says that nothing has changed
 * @throws RegistryError R640–R644
 */
export async function readProgress(
  octokit: Octokit,
  repository: string,
  number: number,
  registryUrl: string,
  etags: Etags = new Map(),
  { signal, fetch = globalThis.fetch }: ProgressOptions = {},
): Promise<PullProgress> {
  const registry = repositoryName(repository)
  const ask = askWith(octokit, signal)
  try {
    const pull = await askAgain(etags, `pull ${number}`, (headers) =>
      ask('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...registry,
        pull_number: number,
        headers,
      }),
    )
    const ref = pull.head.sha
    const runs = await askAgain(etags, `checks ${ref}`, (headers) =>
      ask('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
        ...registry,
        ref,
        check_name: CHECK_NAME,
        // `latest` leaves out ours where two pull requests have one head.
        filter: 'all',
        per_page: 100,
        headers,
      }),
    )
    const { checked, verdict } = checkOf(pull, runs.check_runs)
    const publishes = verdict?.publishes ?? []
    const isLive =
      pull.merged_at !== null &&
      (publishes.length > 0
        ? await allListed(registryUrl, publishes, fetch)
        : await isAnnounced(ask, registry, number, etags))
    return {
      number,
      url: pull.html_url,
      title: pull.title,
      state: pull.merged_at ? 'merged' : pull.state,
      headSha: pull.head.sha,
      checked,
      findings: verdict?.findings ?? [],
      publishes,
      live: isLive,
      stations: stationsOf(pull, runs.check_runs, isLive),
    }
  } catch (error) {
    throw explain(error, `show pull request #${number}`)
  }
}

async function allListed(
  registryUrl: string,
  versions: PullProgress['publishes'],
  fetch: typeof globalThis.fetch,
): Promise<boolean> {
  const listed = await Promise.all(versions.map((version) => isListed(registryUrl, version, fetch)))
  return listed.every(Boolean)
}
