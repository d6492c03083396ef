import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../src/catalog/config.ts'
import { RegistryError } from '../src/model/registry-error.ts'
import { registryOut, registryRoot } from './folders.ts'
import { run } from './run.ts'
import { budgetTable } from './site/budget-table.ts'
import { builtFiles, pagesOf, type BuiltFiles } from './site/built-files.ts'
import { checkBudgets, isOver } from './site/check-budgets.ts'
import { checkHtml, samplePages } from './site/check-html.ts'
import { checkLinks } from './site/check-links.ts'
import { policyProblems } from './site/page-policy.ts'
import type { SiteProblem } from './site/site-problem.ts'
import { tellProblems } from './site/tell-problems.ts'

const HELP = `Checks a built site: every link inside it, the content security policy of every page, the HTML of a sample, and
what a first visit to each kind of page costs.

  node scripts/check-site.ts [--dir DIR] [--sample N]

  --dir DIR   the built registry (default: REGISTRY_OUT, or dist)
  --sample N  how many pages of each kind html-validate reads (default: 40)

Exit code: 0 all is well, 1 it is not.`

await run(async () => {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: registryOut },
      sample: { type: 'string', default: '40' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return console.log(HELP)
  const folder = resolve(values.dir)
  if (!existsSync(join(folder, 'index.html'))) {
    throw new RegistryError('R606', `There is no built site in \`${values.dir}\`.`, {
      fix: 'Run `npm run build` first.',
    })
  }
  const place = readConfig(registryRoot)
  const files = builtFiles(folder)

  const links = checkLinks(files, place)
  const sample = samplePages(files, Number(values.sample))
  const lines = checkBudgets(files, place.base)
  const told = [
    tell(`${links.links} links of ${links.files} files`, links.problems),
    tell(`the policy of ${pagesOf(files).length} pages`, badPolicies(files, new URL(place.url).origin)),
    tell(`the HTML of ${sample.length} pages`, await checkHtml(files, sample)),
  ]
  console.log(`\n${budgetTable(lines)}\nKilobytes of 1,000 bytes, packed with gzip.`)
  return told.every(Boolean) && !lines.some(isOver) ? 0 : 1
})

function badPolicies(files: BuiltFiles, origin: string): SiteProblem[] {
  return pagesOf(files).flatMap((file) =>
    policyProblems(files.read(file), origin).map((problem) => ({ file, problem })),
  )
}

/** Prints what was looked at with what was found; whether that is nothing. */
function tell(what: string, problems: readonly SiteProblem[]): boolean {
  const lines = tellProblems(problems)
  console.log(`${lines.length === 0 ? 'good' : `${problems.length} problems`}: ${what}`)
  for (const line of lines) console.log(`  ${line}`)
  return lines.length === 0
}
