import type { Owner } from '../catalog/catalog.ts'
import type { Policy } from '../catalog/policy.ts'
import type { Tree } from '../catalog/tree.ts'
import type { GitHubFacts } from './github-facts.ts'
import type { Dns } from './net/dns.ts'
import type { WebClient } from './net/web-client.ts'
import type { Ownership } from './proofs/ownership.ts'
import type { Publisher } from './publisher.ts'
import type { RegistryIndex } from './standing/registry-index.ts'
import type { TreeView } from './standing/tree-view.ts'
import type { Verdict } from './verdict.ts'

/**
 * Everything that rules may ask besides the change itself. What belongs to the registry is read at the base only, never
 * from the pull request. What asks the outside world throws `Unreachable` where there is no answer.
 */
export interface Context {
  publisher: Publisher
  /** The operator's policy, from registry.config.json at the base. */
  policy: Policy
  /** Server names that the operator puts first, from the same file. */
  featured: readonly string[]
  /** The registry as it stands, at the base. */
  base: TreeView
  /** The registry as it would be after the merge. */
  merged: TreeView
  /** All files below one folder after the merge, as the build reads them. */
  mergedFiles(folder: string): Tree
  /** All names and remotes of the registry at the base; built when first asked for, since it may take a moment. */
  index(): Promise<RegistryIndex>
  /** The owner that a namespace has at the base. Throws `RegistryError` where its owner.json cannot be read. */
  ownerOf(namespace: string): Promise<Owner | undefined>
  /** Ownership of every namespace that the change needs; found out once, by whichever rule asks first. */
  ownership(): Promise<readonly Ownership[]>
  /** No GitHub, no web and no DNS: who somebody is, is what we were told. */
  offline: boolean
  github: GitHubFacts
  web: WebClient
  dns: Dns
  /** Waits, before something is looked at again; with the clock where absent. */
  sleep?: (milliseconds: number) => Promise<void>
  /** Milliseconds since 1970. */
  now: number
  /** A verdict on the same head, where the change is judged again: what it says of third parties still counts. */
  earlier?: Verdict
}
