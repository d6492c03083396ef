import { writeFileSync } from 'node:fs'
import { readConfig } from '../src/catalog/config.ts'
import { openBench } from '../src/github/open-bench.ts'
import { knownSubjects } from '../src/github/sweep/sweep-issue.ts'
import { sweep } from '../src/github/sweep/sweep.ts'
import { publicWeb } from '../src/verify/net/public-web.ts'
import { systemDns } from '../src/verify/net/system-dns.ts'
import { run } from './run.ts'
import { clone } from './workflow.ts'

// Looks again at owners and packages, and leaves what it finds in a file. Reads only.
await run(async () => {
  const { url } = readConfig(clone)
  const bench = openBench(clone, {
    web: (packages) => publicWeb(packages, { contact: url }),
    dns: systemDns(),
  })
  const report = await sweep(bench, await knownSubjects(bench.registry), Date.now())
  writeFileSync(process.env.SWEEP_FILE || 'sweep.json', `${JSON.stringify(report)}\n`)
  const { namespaces, versions, findings } = report
  console.log(`Looked at ${namespaces} namespaces and ${versions} versions: ${findings.length} not in order.`)
})
