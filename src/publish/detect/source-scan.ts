import type { Clue } from '../clue.ts'
import { listVariables, variableFrom } from '../variables.ts'
import { BadFile } from './bad-file.ts'
import type { Project } from './project.ts'

const MOST_FILES = 400
const MOST_BYTES = 8 * 2 ** 20
const LARGEST = 512 * 1024
const DEEPEST = 8
const MOST_NAMES = 60

const SOURCE = /\.(?:[cm]?[jt]sx?|py|rs|go|cs)$/
const NOT_SHIPPED =
  /[._-](?:tests?|specs?)\.[a-z]+$|^test_|^(?:conftest|setup)\.py$|\.config\.[a-z]+$|\.(?:d\.[cm]?ts|min\.js)$/
const OTHER_FOLDERS =
  /^(?:[._].*|node_modules|vendor|dist|build|out|target|bin|obj|coverage|tests?|specs?|fixtures|e2e|examples?|docs?|scripts|bench(?:marks?)?|s?venv|env|site-packages)$/i

/** How programs of each language read a setting. */
const READS = [
  /\bprocess\.env\.([A-Za-z_]\w*)/g,
  /\bprocess\.env\[\s*["'`](\w+)["'`]\s*\]/g,
  /\b(?:Deno\.env\.get\(\s*["'`]|Bun\.env\.)(\w+)/g,
  /\bos\.environ(?:\.get\(|\[)\s*["'](\w+)["']/g,
  /\bos\.getenv\(\s*["'](\w+)["']/g,
  /\benv::var(?:_os)?\(\s*"(\w+)"/g,
  /\bos\.(?:Getenv|LookupEnv)\(\s*"(\w+)"/g,
  /\bGetEnvironmentVariable\(\s*"(\w+)"/g,
]

/** What belongs to the machine, the terminal or the tools, and not to the user's settings. */
const OF_THE_MACHINE =
  /^(?:NODE_\w+|npm_\w+|PATH|HOME|USER|USERNAME|USERPROFILE|LOGNAME|SHELL|PWD|TERM|TZ|LANG|LC_\w+|TMP|TEMP|TMPDIR|HOSTNAME|EDITOR|VISUAL|APPDATA|LOCALAPPDATA|PROGRAMFILES|COMSPEC|SYSTEMROOT|XDG_\w+|CI|GITHUB_ACTIONS|DEBUG|NO_COLOR|FORCE_COLOR|COLORTERM|VITEST|JEST_WORKER_ID|PYTHON\w*|VIRTUAL_ENV|RUST_\w+|CARGO_\w*|GOPATH|DOTNET_\w+|ASPNETCORE_\w+|PORT|HOST)$/

/** The names of settings that the source code of a project reads: a proposal, since not all are for users. */
export function scanSource(project: Project): Clue | undefined {
  const names = new Set<string>()
  const left = { files: MOST_FILES, bytes: MOST_BYTES }
  scanFolder(project, '', DEEPEST, left, names)
  const variables = [...names]
    .sort()
    .slice(0, MOST_NAMES)
    .map((name) => variableFrom(name))
    .filter((variable) => variable !== undefined)
  if (variables.length === 0) return undefined
  return {
    source: 'source code',
    says: `reads ${listVariables(variables)}`,
    server: {},
    variables,
    warnings: [],
  }
}

interface Left {
  files: number
  bytes: number
}

function scanFolder(project: Project, folder: string, depth: number, left: Left, names: Set<string>): void {
  const { files, folders } = project.list(folder)
  for (const file of files) {
    if (left.files <= 0 || left.bytes <= 0) return
    if (!SOURCE.test(file) || NOT_SHIPPED.test(file)) continue
    left.files--
    const text = readable(project, `${folder}${file}`)
    left.bytes -= text.length
    for (const name of namesIn(text)) names.add(name)
  }
  if (depth === 0) return
  for (const below of folders) {
    if (!OTHER_FOLDERS.test(below)) scanFolder(project, `${folder}${below}/`, depth - 1, left, names)
  }
}

function readable(project: Project, path: string): string {
  try {
    return project.read(path, LARGEST) ?? ''
  } catch (error) {
    if (error instanceof BadFile) return ''
    throw error
  }
}

function namesIn(text: string): string[] {
  const found = READS.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!))
  return found.filter((name) => /[A-Z]/.test(name) && !OF_THE_MACHINE.test(name))
}
