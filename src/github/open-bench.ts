import type { Dns } from '../verify/net/dns.ts'
import { lendTokenToGit } from './clone.ts'
import { gitHubFacts } from './facts.ts'
import type { Bench } from './judge.ts'
import { connectToGitHub } from './octokit.ts'
import { openRegistryRepository } from './registry-repository.ts'

/**
 * Everything that judging in a workflow needs, from the environment.
 *
 * @param folder a folder in the clone
 * @throws RegistryError R600
 */
export function openBench(folder: string, outside: { web: Bench['web']; dns: Dns }): Bench {
  lendTokenToGit()
  const registry = openRegistryRepository()
  // A workflow's own token sees no teams; where the policy names some, the operator gives one that does.
  const reader = process.env.REGISTRY_READ_TOKEN
  const client = reader ? connectToGitHub({ ...process.env, GITHUB_TOKEN: reader }) : registry.client
  const facts = gitHubFacts(client, registry.fullName)
  return { registry, folder, facts, ...outside }
}
