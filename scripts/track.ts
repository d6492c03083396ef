import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { gitHubFacts } from '../src/github/facts.ts'
import { openRegistryRepository } from '../src/github/registry-repository.ts'
import { readEtags, writeEtags } from '../src/track/etags.ts'
import { writeProposals } from '../src/track/proposal.ts'
import { track } from '../src/track/track.ts'
import { run } from './run.ts'
import { clone, setOutput } from './workflow.ts'

const STATE = process.env.TRACK_STATE || 'track-state.json'

// Looks for releases of tracked repositories, and leaves what is to be proposed in a file. Reads only.
await run(async () => {
  const registry = openRegistryRepository()
  const facts = gitHubFacts(registry.client, registry.fullName)
  const known = readEtags(existsSync(STATE) ? readFileSync(STATE, 'utf8') : '')
  const { proposals, etags, lines } = await track({ registry, folder: clone, facts }, known)
  writeFileSync(STATE, writeEtags(etags))
  writeFileSync(process.env.PROPOSALS_FILE || 'proposals.json', writeProposals(proposals))
  for (const line of lines) console.log(line)
  setOutput('proposals', proposals.length)
})
