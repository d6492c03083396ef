import { writeFileSync } from 'node:fs'
import { readConfig } from '../src/catalog/config.ts'
import { readEvent } from '../src/github/event.ts'
import { judgePulls } from '../src/github/judge-pulls.ts'
import { openBench } from '../src/github/open-bench.ts'
import { writeVerdicts, type PullVerdict } from '../src/github/verdicts.ts'
import { publicWeb } from '../src/verify/net/public-web.ts'
import { systemDns } from '../src/verify/net/system-dns.ts'
import { run } from './run.ts'
import { clone } from './workflow.ts'

// Judges the pull requests that woke the workflow, or all that wait, and leaves the verdicts in a file. Reads only.
await run(async () => {
  const { url } = readConfig(clone)
  const bench = openBench(clone, {
    web: (packages) => publicWeb(packages, { contact: url }),
    dns: systemDns(),
  })
  const verdicts: PullVerdict[] = []
  let unanswered = 0
  for await (const judged of judgePulls(bench, readEvent(), url)) {
    if (typeof judged === 'string') {
      unanswered++
      console.error(judged)
      continue
    }
    verdicts.push(judged)
    console.log(`#${judged.pullRequest} ${judged.verdict.decision}`)
  }
  writeFileSync(process.env.VERDICTS_FILE || 'verdicts.json', writeVerdicts(verdicts))
  // The verdicts on the others are of use, so only a run without any has failed.
  return unanswered > 0 && verdicts.length === 0 ? 1 : 0
}, 3)
// What was given up may still be at work, and everything is written.
process.exit()
