import { isUtf8 } from 'node:buffer'
import { toAnnotations } from '../../validate/report/github.ts'
import { toJson } from '../../validate/report/json.ts'
import type { FileReport } from '../../validate/report/report.ts'
import { toText } from '../../validate/report/text.ts'
import { show } from '../../validate/text/show.ts'
import { printable } from '../../validate/text/wrap.ts'
import { judgeFile } from '../checks/judge-file.ts'
import { mend, mendingAdvice } from '../checks/mend.ts'
import type { Command } from '../command.ts'
import type { Paint } from '../terminal/layout.ts'
import { EXIT } from '../exit.ts'
import { readFile } from '../read-file.ts'
import { usageError } from '../stop.ts'
import type { World } from '../world.ts'
import { writeInView } from '../write-file.ts'

export const validate: Command = {
  name: 'validate',
  takes: '[FILE]',
  does: 'Checks a server.json by the rules of the registry',
  details:
    'The rules are those of the pull request. Its packages are looked up too, unless you say --offline.',
  arguments: [['FILE', 'the file (default: server.json)']],
  words: [0, 1],
  flags: ['offline', 'fix', 'yes', 'format'],
  example: 'mcp-git validate --offline',
  async run({ words: [file = 'server.json'], flags }, world) {
    const format = flags.format ?? 'text'
    if (!['text', 'json', 'github'].includes(format)) {
      throw usageError(`There is no format ${show(format)}.`, 'Use `text`, `json` or `github`.')
    }
    const bytes = flags.fix ? await mendedFile(file, world) : readWritten(file, world)
    const { report } = await judgeFile(file, bytes, world, { offline: flags.offline ?? false })
    return {
      exit: report.valid ? EXIT.done : EXIT.invalid,
      text: inFormat(format, report, world.terminal.paint),
      json: JSON.parse(toJson([report])) as unknown,
    }
  },
}

function readWritten(file: string, { cwd }: World): Buffer {
  return readFile(file, cwd, 'Check the path, or write one with: mcp-git init')
}

/** The file as it is after what could be mended, and was allowed to be. */
async function mendedFile(file: string, world: World): Promise<Buffer> {
  const source = readWritten(file, world)
  if (!isUtf8(source)) return source
  const { text, faults } = mend(source.toString('utf8'))
  if (faults > 0) await writeInView({ file, text }, world)
  return readWritten(file, world)
}

function inFormat(format: string, report: FileReport, paint: Paint): string {
  if (format === 'json') return toJson([report])
  if (format === 'github') return toAnnotations([report])
  const advice = mendingAdvice(report.file, report.text)
  return toText([report], { paint }) + (advice ? `  ${printable(advice)}\n` : '')
}
