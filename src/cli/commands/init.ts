import { judgeFile } from '../checks/judge-file.ts'
import { showJudgement } from '../checks/show-judgement.ts'
import type { Command } from '../command.ts'
import { prepare } from '../draft/prepare.ts'
import { EXIT } from '../exit.ts'
import { writeInView } from '../write-file.ts'

export const init: Command = {
  name: 'init',
  takes: '[PATH|URL|npm:NAME]',
  does: 'Writes a server.json from what is there already',
  details:
    'Looks at package.json, pyproject.toml, Cargo.toml, *.csproj, manifest.json, Dockerfile, the git remote, .env.example and a server.json of mcp-publisher. Values of variables are never read.',
  arguments: [['PATH', 'a folder (default: this one), an address, or npm:, pypi:, oci: and a name']],
  words: [0, 1],
  flags: ['yes', 'name', 'description', 'version', 'dry-run'],
  example: 'mcp-git init',
  async run(call, world) {
    const { terminal } = world
    terminal.title('mcp-git init')
    const { file, text, server, from } = await prepare(call, world)
    const became = await writeInView({ file, text }, world, { dryRun: call.flags['dry-run'] ?? false })
    const judgement = await judgeFile(file, text, world, { offline: true })
    terminal.heading('Checks')
    showJudgement(judgement, terminal)
    const { valid, findings } = judgement.report
    if (valid) terminal.end('File', `${file}: ${became}. Next: mcp-git publish`)
    return { exit: valid ? EXIT.done : EXIT.invalid, json: { file, became, valid, server, from, findings } }
  },
}
