import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { run, warn } from './run.ts'
import { lintWorkflows } from './workflows/actionlint.ts'
import { findZizmor, installZizmor, runZizmor } from './workflows/zizmor.ts'

const HELP = `Looks for mistakes and weaknesses in .github, with actionlint and zizmor.

  node scripts/check-workflows.ts [--install]

  --install   install zizmor with Python 3 where it is missing; CI=true does so as well

Without zizmor the security half is left out, and says so; with CI=true that is a failure.`

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = '.github/workflows'

function readWorkflows(): Map<string, string> {
  const names = readdirSync(join(root, folder)).filter((name) => /\.ya?ml$/.test(name))
  return new Map(names.map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')]))
}

await run(async () => {
  const { values } = parseArgs({
    options: {
      install: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return console.log(HELP)
  const inCi = Boolean(process.env.CI) && process.env.CI !== 'false'

  const workflows = readWorkflows()
  const mistakes = await lintWorkflows(workflows)
  for (const { file, line, column, message } of mistakes)
    console.error(`${file}:${line}:${column} ${message}`)

  const zizmor = findZizmor(root) ?? (values.install || inCi ? installZizmor(root) : undefined)
  const safe = zizmor ? runZizmor(zizmor, root) : !inCi
  if (!zizmor) {
    warn('zizmor is not installed: NOBODY HAS LOOKED FOR SECURITY HOLES in the workflows.')
    warn('`npm run check:workflows -- --install` installs it, with Python 3.')
  }

  if (readFileSync(join(root, '.github/CODEOWNERS'), 'utf8').includes('@your-organization/')) {
    warn(
      '.github/CODEOWNERS names no real owners yet, so GitHub asks for nobody’s approval: see docs/operate.md.',
    )
  }
  console.log(`${workflows.size} workflows, ${mistakes.length} mistakes`)
  return mistakes.length === 0 && safe ? 0 : 1
})
