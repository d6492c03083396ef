import { compareBytes } from '../model/byte-order.ts'
import type { Finding } from '../model/finding.ts'
import type { FileReport } from '../validate/report/report.ts'
import { flattenedTwins } from '../validate/rules/clients-names.ts'
import { validateServerJson } from '../validate/server-json.ts'
import { readDraft } from './draft.ts'
import type { Problem } from './problem.ts'
import type { Tree, TreeFile } from './tree.ts'
import { twinProblems } from './twins.ts'

/**
 * Judges everything below `servers/`: every server.json by the rules, and the tree that holds it by what a build needs.
 * Published files are immutable, so an older `$schema` is no fault of theirs; mirrored ones are judged by what the
 * official registry accepts. A report for every server.json, and for every other file with something wrong.
 */
export async function judgeTree(tree: Tree): Promise<FileReport[]> {
  const files = (await Array.fromAsync(tree.files())).sort((a, b) => compareBytes(a.path, b.path))
  const draft = await readDraft({
    async *files() {
      yield* files
    },
  })
  const mirrored = new Set(
    files.filter(({ path }) => path.endsWith('/upstream.json')).map(({ path }) => folderOf(path)),
  )
  const reports = new Map<string, FileReport>()
  for (const file of files) {
    if (!file.path.endsWith('/server.json')) continue
    const isMirrored = mirrored.has(folderOf(folderOf(file.path)))
    reports.set(file.path, judgeFile(file, isMirrored))
  }
  for (const problem of [...draft.problems, ...twinProblems(draft)]) addProblem(reports, problem)
  for (const [name, warning] of flattenedTwins([...draft.versions.keys()].sort(compareBytes))) {
    for (const { file } of draft.versions.get(name)!) addFinding(reports, file.path, warning)
  }
  return [...reports.values()].sort((a, b) => compareBytes(a.file, b.file))
}

function judgeFile({ path, bytes }: TreeFile, isMirrored: boolean): FileReport {
  const profile = isMirrored ? 'mirrored' : 'new'
  const { valid, findings } = validateServerJson(bytes, { profile, outdatedSchema: 'warning' })
  const text = findings.length > 0 ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : undefined
  return { file: path, valid, findings, ...(text !== undefined && { text }) }
}

/** What is wrong inside a server.json (2xx) the validator has told already, and more of it. */
function addProblem(reports: Map<string, FileReport>, { path, ...problem }: Problem): void {
  if (path.endsWith('/server.json') && problem.code.startsWith('R2')) return
  addFinding(reports, path, { ...problem, severity: 'error', pointer: '' })
}

function addFinding(reports: Map<string, FileReport>, path: string, finding: Finding): void {
  const report = reports.get(path) ?? { file: path, valid: true, findings: [] }
  const valid = report.valid && finding.severity !== 'error'
  reports.set(path, { ...report, valid, findings: [...report.findings, finding] })
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
