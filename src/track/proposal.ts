import { RegistryError } from '../model/registry-error.ts'
import { parseServerName } from '../model/server-name.ts'
import { validateServerJson } from '../validate/server-json.ts'

/** A version that the registry is going to propose. */
export interface Proposal {
  name: string
  version: string
  repository: string
  tag: string
  commit: string
  /** Where the file came from, as the end of a sentence. */
  origin: string
  /** The text of its server.json. */
  text: string
}

/** The file that the job which looks leaves for the job which proposes. */
export function writeProposals(proposals: readonly Proposal[]): string {
  return `${JSON.stringify({ version: 1, proposals })}\n`
}

/**
 * Reads such a file. It comes from a job that has met hostile data, so a proposal that is not about its own server.json,
 * or that nobody could publish, is refused. Whether it is right is judged by the gate.
 *
 * @throws RegistryError R633
 */
export function readProposals(text: string): Proposal[] {
  const file = JSON.parse(text) as { version?: unknown; proposals?: unknown } | null
  if (file?.version === 1 && Array.isArray(file.proposals) && file.proposals.every(isProposal)) {
    return file.proposals
  }
  throw new RegistryError('R633', 'The file of proposals cannot be used.', {
    fix: 'Run the workflow `track` again.',
  })
}

function isProposal(item: Partial<Proposal> | null): item is Proposal {
  const { name, version, repository, tag, commit, origin, text } = item ?? {}
  const texts = [name, version, repository, tag, commit, origin, text]
  if (!texts.every((value) => typeof value === 'string')) return false
  const { valid, document } = validateServerJson(text!)
  return (
    valid && parseServerName(name!) !== undefined && document?.name === name && document?.version === version
  )
}
