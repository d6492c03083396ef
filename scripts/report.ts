import { readFileSync } from 'node:fs'
import { readConfig } from '../src/catalog/config.ts'
import { openRegistryRepository } from '../src/github/registry-repository.ts'
import { report } from '../src/github/report.ts'
import { readVerdicts } from '../src/github/verdicts.ts'
import { run } from './run.ts'
import { clone } from './workflow.ts'

// Tells pull requests what the job before has found. Talks to GitHub only.
await run(async () => {
  const registry = openRegistryRepository()
  const { url } = readConfig(clone)
  let failed = false
  for (const verdict of readVerdicts(readFileSync(process.env.VERDICTS_FILE || 'verdicts.json', 'utf8'))) {
    const { pullRequest } = verdict
    try {
      console.log(`#${pullRequest} ${await report(registry, verdict, url)}`)
    } catch (error) {
      failed = true
      console.error(`#${pullRequest} is not told: ${(error as Error).message}`)
    }
  }
  return failed ? 1 : 0
}, 3)
