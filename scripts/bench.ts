import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { RegistryError } from '../src/model/registry-error.ts'
import { seconds, type Figure, type Ground, type Row } from './bench/figure.ts'
import { generateRegistry } from './bench/generate.ts'
import { API, EDGE } from './bench/rows/api.ts'
import { BUILD } from './bench/rows/build.ts'
import { HANDLER } from './bench/rows/handler.ts'
import { VALIDATE } from './bench/rows/validate.ts'
import { VERIFY } from './bench/rows/verify.ts'
import { formatTable } from './bench/table.ts'
import { run } from './run.ts'

const ROWS = [API, EDGE, HANDLER, VALIDATE, VERIFY, BUILD]
const ROW_NAMES = ROWS.map(({ id }) => id).join(', ')

const HELP = `Measures the registry on an invented one of any size, and prints a table.

Usage: npm run bench -- [options]

  --servers N    how many servers (default: 3000; the official registry has about 30000)
  --versions M   how many versions of them all together (default: 10000; there about 100000)
  --seed S       a number; another one gives another registry (default: 1)
  --keep DIR     make the registry in DIR and keep it
  --dir DIR      measure the registry in DIR, a Git clone, instead of an invented one
  --only ROWS    measure only some of these, separated by commas: ${ROW_NAMES}
  --rounds N     how often everything is repeated; the table has the medians (default: 3)
  --json         print the figures as JSON
  --help         show this text

Everything is written below the system's folder for temporary files; TMPDIR names another one. Ext4 creates files many
times slower for minutes after many were deleted, so look at the figures of a second run right after with care.

Exit code: 0 measured, whatever the figures say; 1 something failed to run.
`

await run(async () => {
  const options = readArguments()
  if (options.help) {
    console.log(HELP)
    return 0
  }
  const scratch = mkdtempSync(join(tmpdir(), 'registry-bench-'))
  const clean = (): void => rmSync(scratch, { recursive: true, force: true })
  process.once('SIGINT', () => {
    clean()
    process.exit(130)
  })
  try {
    const registry = await prepare(join(scratch, 'registry'), options)
    const ground = { registry, scratch, rounds: options.rounds, log: console.error }
    const { figures, failures } = await measureRows(options.rows, ground)
    console.log(options.json ? JSON.stringify(figures, null, 2) : formatTable(figures))
    return failures > 0 ? 1 : 0
  } finally {
    clean()
  }
})

/** Makes the registry to measure in `folder`. One that somebody keeps is cloned, so that it stays as it is. */
async function prepare(folder: string, options: ReturnType<typeof readArguments>): Promise<string> {
  const { servers, versions, seed, keep, dir } = options
  if (dir === undefined) {
    const begin = performance.now()
    await generateRegistry({ servers, versions, seed, folder: keep ?? folder })
    console.error(
      `invented ${servers} servers, ${versions} versions in ${seconds(performance.now() - begin)}`,
    )
  }
  const kept = dir ?? keep
  if (kept !== undefined) execFileSync('git', ['clone', '--quiet', '--shared', resolve(kept), folder])
  return folder
}

/** A row that fails does not keep the others from being measured. */
async function measureRows(
  rows: readonly Row[],
  ground: Ground,
): Promise<{ figures: Figure[]; failures: number }> {
  const figures: Figure[] = []
  let failures = 0
  for (const row of rows) {
    try {
      figures.push(...(await row.measure(ground)))
    } catch (error) {
      console.error(error)
      figures.push({ what: row.id, measured: 'failed' })
      failures++
    }
  }
  return { figures, failures }
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      servers: { type: 'string', default: '3000' },
      versions: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      keep: { type: 'string' },
      dir: { type: 'string' },
      only: { type: 'string', default: ROW_NAMES },
      rounds: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const servers = wholeNumber('servers', values.servers)
  const versions = wholeNumber('versions', values.versions)
  if (versions < servers) {
    const saw = `\`--versions ${versions}\` is less than \`--servers ${servers}\`, and every server has a version.`
    throw new RegistryError('R600', saw, { fix: 'Ask for as many versions as servers, or more.' })
  }
  return {
    ...values,
    servers,
    versions,
    seed: wholeNumber('seed', values.seed),
    rounds: wholeNumber('rounds', values.rounds),
    rows: values.only.split(',').map((name) => rowNamed(name.trim())),
  }
}

function wholeNumber(flag: string, text: string): number {
  if (/^[1-9][0-9]*$/.test(text)) return Number(text)
  throw new RegistryError('R600', `\`--${flag}\` must be a whole number, not \`${text}\`.`)
}

function rowNamed(name: string): Row {
  const row = ROWS.find(({ id }) => id === name)
  if (row) return row
  throw new RegistryError('R600', `There is nothing called \`${name}\` to measure.`, {
    fix: `Choose from ${ROW_NAMES}.`,
  })
}
