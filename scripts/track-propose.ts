import { readFileSync } from 'node:fs'
import { openRegistryRepository } from '../src/github/registry-repository.ts'
import { readProposals } from '../src/track/proposal.ts'
import { propose } from '../src/track/propose.ts'
import { removeDoneBranches } from '../src/track/tidy.ts'
import { run } from './run.ts'
import { clone } from './workflow.ts'

// Opens a pull request for every release that was found. Writes, and talks to GitHub only.
await run(async () => {
  const proposals = readProposals(readFileSync(process.env.PROPOSALS_FILE || 'proposals.json', 'utf8'))
  const registry = openRegistryRepository()
  await removeDoneBranches(registry)
  const { data } = await registry.client.rest.repos.get(registry.at)
  let failed = false
  for (const proposal of proposals) {
    try {
      console.log(`${proposal.name} ${await propose(registry, clone, data.default_branch, proposal)}`)
    } catch (error) {
      failed = true
      console.error(`${proposal.name} is left for the next run: ${(error as Error).message}`)
    }
  }
  return failed ? 1 : 0
})
