import { writeFileSync } from 'node:fs'
import { gitHubFacts } from '../src/github/facts.ts'
import { openRegistryRepository } from '../src/github/registry-repository.ts'
import { writeProposals } from '../src/track/proposal.ts'
import { track } from '../src/track/track.ts'
import { run } from './run.ts'
import { clone, setOutput } from './workflow.ts'

// Looks for releases of tracked repositories, and leaves what is to be proposed in a file. Reads only.
await run(async () => {
  const registry = openRegistryRepository()
  const facts = gitHubFacts(registry.client, registry.fullName)
  const { proposals, lines } = await track({ registry, folder: clone, facts })
  writeFileSync(process.env.PROPOSALS_FILE || 'proposals.json', writeProposals(proposals))
  for (const line of lines) console.log(line)
  setOutput('proposals', proposals.length)
})
