import { toAnnotations } from '../../validate/report/github.ts'
import { toJson } from '../../validate/report/json.ts'
import type { FileReport } from '../../validate/report/report.ts'
import { toText } from '../../validate/report/text.ts'
import { show } from '../../validate/text/show.ts'
import { judgeFile } from '../checks/judge-file.ts'
import type { Command } from '../command.ts'
import type { Paint } from '../terminal/layout.ts'
import { EXIT } from '../exit.ts'
import { readFile } from '../read-file.ts'
import { usageError } from '../stop.ts'

export const validate: Command = {
  name: 'validate',
  takes: '[FILE]',
  does: 'Checks a server.json by the rules of the registry',
  details:
    'The rules are those of the pull request. Its packages are looked up too, unless you say --offline.',
  arguments: [['FILE', 'the file (default: server.json)']],
  words: [0, 1],
  flags: ['offline', 'format'],
  example: 'mcp-git validate --offline',
  async run({ words: [file = 'server.json'], flags }, world) {
    const format = flags.format ?? 'text'
    if (!['text', 'json', 'github'].includes(format)) {
      throw usageError(`There is no format ${show(format)}.`, 'Use `text`, `json` or `github`.')
    }
    const bytes = readFile(file, world.cwd, 'Check the path, or write one with: mcp-git init')
    const { report } = await judgeFile(file, bytes, world, { offline: flags.offline ?? false })
    return {
      exit: report.valid ? EXIT.done : EXIT.invalid,
      text: inFormat(format, report, world.terminal.paint),
      json: JSON.parse(toJson([report])) as unknown,
    }
  },
}

function inFormat(format: string, report: FileReport, paint: Paint): string {
  if (format === 'json') return toJson([report])
  return format === 'github' ? toAnnotations([report]) : toText([report], { paint })
}
