import type { GitHubFacts } from '../verify/github-facts.ts'
import type { Dns } from '../verify/net/dns.ts'
import type { Verdict } from '../verify/verdict.ts'
import { verify, type VerifyRequest } from '../verify/verify.ts'
import { fetchHead } from './clone.ts'
import { readPublisher, toPullRequest, type PullAnswer } from './pull.ts'
import type { RegistryRepository } from './registry-repository.ts'

/** What judging needs besides the pull request. */
export interface Bench {
  registry: RegistryRepository
  /** A folder in the clone. */
  folder: string
  facts: GitHubFacts
  web: VerifyRequest['web']
  dns: Dns
}

/**
 * Judges a pull request against a commit of the main branch.
 *
 * @throws Unreachable, RegistryError where it could not be looked at, see `verify`
 */
export async function judge(
  bench: Bench,
  pull: PullAnswer,
  base: string,
  earlier?: Verdict,
): Promise<Verdict> {
  const { registry, folder, facts, web, dns } = bench
  const { number, headSha } = toPullRequest(pull)
  await fetchHead(folder, number, headSha)
  const publisher = await readPublisher(registry, pull)
  return verify({
    repository: folder,
    base,
    head: headSha,
    publisher,
    github: facts,
    web,
    dns,
    ...(earlier && { earlier }),
  })
}
