import type { RecordIndex } from '../api/index/record-index.ts'
import type { Live } from '../verify/render/comment-facts.ts'
import { toComment } from '../verify/render/comment.ts'
import type { Verdict } from '../verify/verdict.ts'
import { editComment, findComment, type StickyComment } from './comment.ts'
import type { MergedPull } from './merged-pulls.ts'
import { readPull, toPullRequest } from './pull.ts'
import type { RegistryRepository } from './registry-repository.ts'
import { readVerdictCheck } from './verdict-check.ts'

/** What the last edit of a comment says; `toComment` writes it where there are facts about it. */
const ANNOUNCED = /^\*\*Live\*\* at /m

/**
 * Tells the pull requests that were merged since the last deployment that what they published is live: the last edit of
 * their comments. A deployment holds all earlier ones, so the first that has been told already is where it ends.
 *
 * @param pulls newest first
 * @param live the index of the registry as everybody sees it now
 * @param siteUrl where it is served, with a `/` at the end
 * @returns the numbers of those that were told
 */
export async function announce(
  registry: RegistryRepository,
  pulls: readonly MergedPull[],
  live: RecordIndex,
  siteUrl: string,
  now: number,
): Promise<number[]> {
  const waiting: { comment: StickyComment; pull: MergedPull; verdict: Verdict }[] = []
  for (const pull of pulls) {
    const comment = await findComment(registry, pull.number)
    if (comment && ANNOUNCED.test(comment.body)) break
    const verdict = comment && (await readVerdictCheck(registry, pull))?.verdict
    if (comment && verdict?.publishes.every((entry) => isLive(live, entry))) {
      waiting.push({ comment, pull, verdict })
    }
  }
  // Oldest first: where this breaks off, the next deployment goes on.
  for (const { comment, pull, verdict } of waiting.reverse()) {
    const answer = await readPull(registry, pull.number)
    const opened = answer ? toPullRequest(answer).createdAt : now
    const places = { ...addressesOf(verdict, siteUrl), seconds: Math.round((now - opened) / 1000) }
    const text = toComment(verdict, {
      repository: registry.fullName,
      siteUrl,
      live: places,
      mergedAt: answer?.merged_at ?? new Date(now).toISOString(),
      ...(registry.serverUrl && { serverUrl: registry.serverUrl }),
    })
    await editComment(registry, comment.id, text)
  }
  return waiting.map(({ pull }) => pull.number)
}

function isLive(index: RecordIndex, { name, version }: { name: string; version: string }): boolean {
  const server = index.serverNamed(name)
  if (server < 0) return false
  for (let record = index.starts[server]!; record < index.starts[server + 1]!; record++) {
    if (index.versionText.at(record) === version) return true
  }
  return false
}

/** The page and the document of a version; of everything in the namespace where there are several, or none is new. */
function addressesOf({ publishes, owners }: Verdict, siteUrl: string): Omit<Live, 'seconds'> {
  const [first, ...others] = publishes
  if (first && others.length === 0) {
    const [name, version] = [first.name, first.version].map(encodeURIComponent)
    return {
      siteUrl: `${siteUrl}servers/${first.name}/`,
      apiUrl: `${siteUrl}v0.1/servers/${name}/versions/${version}`,
    }
  }
  const namespace = first?.name.split('/')[0] ?? owners?.[0]?.namespace
  return {
    siteUrl: namespace ? `${siteUrl}servers/${namespace}/` : siteUrl,
    apiUrl: `${siteUrl}v0.1/servers`,
  }
}
