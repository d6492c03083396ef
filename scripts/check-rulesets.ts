import { readFileSync } from 'node:fs'
import { openRegistryRepository } from '../src/github/registry-repository.ts'
import { run } from './run.ts'
import { rulesetDrift, type BranchRule } from './workflows/ruleset-drift.ts'

const FILE = new URL('../.github/rulesets/main.json', import.meta.url)

// What is asked for is what holds for the branch, whichever ruleset it comes from; reading it needs no special right.
await run(async () => {
  const { client, at, fullName } = openRegistryRepository()
  const { data: repository } = await client.rest.repos.get(at)
  const branch = repository.default_branch
  const live = await client.paginate(client.rest.repos.getBranchRules, { ...at, branch, per_page: 100 })
  const { rules } = JSON.parse(readFileSync(FILE, 'utf8')) as { rules: BranchRule[] }
  const drift = rulesetDrift(rules, live as BranchRule[])
  if (drift.length === 0) {
    console.log(`All ${rules.length} rules hold for \`${branch}\` of ${fullName}.`)
    return 0
  }
  console.error(`The rules for \`${branch}\` of ${fullName} are not the ones in .github/rulesets/main.json:`)
  for (const difference of drift) console.error(`  ${difference}`)
  console.error('Import the file in Settings → Rules → Rulesets, or change it where the difference is meant.')
  return 1
})
