import { readFileSync } from 'node:fs'
import { openRegistryRepository } from '../src/github/registry-repository.ts'
import { reportSweep } from '../src/github/sweep/sweep-issue.ts'
import { readSweepReport } from '../src/github/sweep/sweep-report.ts'
import { run } from './run.ts'
import './workflow.ts'

// Keeps the issue about published entries that are not in order any more.
await run(async () => {
  const report = readSweepReport(readFileSync(process.env.SWEEP_FILE || 'sweep.json', 'utf8'))
  console.log(await reportSweep(openRegistryRepository(), report))
})
