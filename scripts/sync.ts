import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { registryRoot } from './folders.ts'
import { RegistryError } from '../src/model/registry-error.ts'
import { showProgress } from '../src/sync/progress.ts'
import { renderReport } from '../src/sync/report.ts'
import { syncRegistry } from '../src/sync/sync.ts'

const HELP = `Mirrors another registry into this one, by the "sync" policy of registry.config.json.

  npm run sync -- --from <address | file> [options]

  --from       base address of a registry that speaks v0.1 or v0, or a JSON or NDJSON file (.gz too)
  --root DIR   the folder with servers/ and registry.config.json (default: REGISTRY_ROOT, or this repository)
  --full       ask for everything, not only for what changed since the last run
  --dry-run    tell what would be done, and write nothing
  --format     text (default), or json: one document on standard output
  --help       this text

Exit code: 0 done, refused records included (they are listed); 1 the source or the tree cannot be used;
3 the command was not understood.
`

process.exitCode = await main()

async function main(): Promise<number> {
  let options: ReturnType<typeof readOptions>
  try {
    options = readOptions()
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`)
    return 3
  }
  if (options.help) {
    process.stdout.write(HELP)
    return 0
  }
  const { progress, stop } = showProgress(process.stderr)
  try {
    const now = (): number => Date.now() * 1000
    const report = await syncRegistry(options, { fetch, sleep, now, progress })
    stop()
    process.stdout.write(options.format === 'json' ? `${JSON.stringify(report)}\n` : renderReport(report))
    return 0
  } catch (error) {
    stop()
    return fail(error, options.format)
  }
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      root: { type: 'string' },
      full: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const { from = '', full, format, help } = values
  if (!help && from === '') throw new Error('--from is missing: which registry is to be mirrored?')
  if (!['text', 'json'].includes(format)) throw new Error(`--format must be text or json, not \`${format}\`.`)
  const root = resolve(values.root ?? registryRoot)
  return { from, root, full, dryRun: values['dry-run'], format, help }
}

function fail(error: unknown, format: string): number {
  const { code, message, fix } =
    error instanceof RegistryError
      ? error
      : {
          code: 'error',
          message: error instanceof Error ? (error.stack ?? error.message) : String(error),
          fix: undefined,
        }
  if (format === 'json') process.stdout.write(`${JSON.stringify({ error: { code, message, fix } })}\n`)
  else console.error([`${code} ${message}`, fix].filter(Boolean).join('\n'))
  return code === 'R615' ? 3 : 1
}
