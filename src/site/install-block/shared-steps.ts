import type { Client, Instruction } from '../install/types.ts'

/** What several clients are told in the same words; only the files' places differ. */
export interface SharedSteps {
  clients: string[]
  steps: readonly Instruction[]
  /** For each step the place of the file in each client, where a file it is. */
  paths: { client: string; path: string }[][]
}

/**
 * Finds the clients that are told the same. Most of them share a notation, and a page that is made 30,000 times cannot
 * say everything twenty times over.
 */
export function shareSteps(
  told: readonly { client: Client; steps: readonly Instruction[] }[],
): SharedSteps[] {
  const groups = new Map<string, SharedSteps>()
  for (const { client, steps } of told) {
    const key = steps.map(keyOf).join('\n')
    const group = groups.get(key) ?? { clients: [], steps, paths: steps.map(() => []) }
    groups.set(key, group)
    group.clients.push(client.id)
    steps.forEach((step, index) => {
      if (step.type === 'file') group.paths[index]!.push({ client: client.id, path: step.path })
    })
  }
  return [...groups.values()]
}

/** The same for the same step in different places. The length keeps what one text says from passing for two. */
function keyOf(step: Instruction): string {
  if (step.type !== 'file') return JSON.stringify(step)
  return `${step.text.length} ${step.text} ${step.note ?? ''}`
}
