import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs, styleText } from 'node:util'
import { diskTree } from '../src/catalog/disk-tree.ts'
import { judgeTree } from '../src/catalog/judge-tree.ts'
import { RegistryError } from '../src/model/registry-error.ts'
import { SERVERS } from '../src/model/tree-path.ts'
import { toAnnotations } from '../src/validate/report/github.ts'
import { toJson } from '../src/validate/report/json.ts'
import type { FileReport } from '../src/validate/report/report.ts'
import { toText } from '../src/validate/report/text.ts'
import { registryRoot } from './folders.ts'
import { run } from './run.ts'
import { validateServerJson } from '../src/validate/server-json.ts'

const HELP = `Checks server.json files by the rules of the registry.

Usage: npm run validate -- [--format text|json|github] [--root DIR | FILE…]

  FILE…            files to check as new entries
  --root DIR       check the whole tree of a registry (default: REGISTRY_ROOT, else this repository)
  --format FORMAT  text for people (default), json for programs, github for annotations in a workflow
  --help           show this text

Exit code: 0 all valid, 1 something is not, 3 could not check.
`

const FORMATS = {
  text: (reports: FileReport[]) =>
    toText(reports, { paint: (style, text) => styleText(style, text, { stream: process.stdout }) }),
  json: toJson,
  github: toAnnotations,
}

/** The exit code: 0 where all files are valid, else 1. */
async function main(): Promise<number> {
  const { values, positionals } = readArguments()
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const format = FORMATS[values.format as keyof typeof FORMATS]
  if (!Object.hasOwn(FORMATS, values.format)) {
    throw usageError(`There is no format \`${values.format}\`.`, 'Use `text`, `json` or `github`.')
  }
  if (values.root !== undefined && positionals.length > 0) {
    throw usageError('Both `--root` and files are given.', 'Give one of them.')
  }
  const root = resolve(values.root ?? registryRoot)
  const reports =
    positionals.length > 0 ? positionals.map(judge) : await judgeTree(diskTree(folderToJudge(root)))
  process.stdout.write(format(reports))
  return reports.every(({ valid }) => valid) ? 0 : 1
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        root: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw usageError(`${(error as Error).message.split(/[.\n]/, 1)[0]}.`, 'See `--help`.')
  }
}

function folderToJudge(root: string): string {
  if (existsSync(join(root, SERVERS))) return root
  throw usageError(`There is no folder \`${SERVERS}\` in \`${root}\`.`, 'Point `--root` at a registry.')
}

function judge(file: string): FileReport {
  const bytes = read(file)
  const { valid, findings } = validateServerJson(bytes)
  return findings.length === 0 ? { file, valid, findings } : { file, valid, findings, text: textOf(bytes) }
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const fix = code === 'EISDIR' ? 'Use `--root` for a whole registry.' : 'Check the path.'
    throw new RegistryError('R605', `\`${file}\` cannot be read (${code}).`, {
      path: file,
      fix,
      cause: error,
    })
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

function usageError(message: string, fix: string): RegistryError {
  return new RegistryError('R600', message, { fix })
}

await run(main, 3)
