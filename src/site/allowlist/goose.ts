import type { ServerJson } from '../../model/server-json.ts'
import { installOptions } from '../install/options.ts'
import { isPrintable } from '../install/quote/printable.ts'
import { yamlText } from '../install/notation/yaml-text.ts'
import { shortName } from '../install/short-name.ts'
import { ownCommand } from './commands.ts'

/** The list of commands that Goose reads from `GOOSE_ALLOWLIST`. It compares each as one text. */
export function gooseAllowlist(servers: Iterable<ServerJson>): string {
  const entries = [...servers].flatMap(gooseEntries)
  return entries.length === 0 ? 'extensions: []\n' : `extensions:\n${entries.join('\n')}\n`
}

/** None for servers that are not started by a command, and for those whose command is not the same for everybody. */
function gooseEntries(server: ServerJson): string[] {
  const commands = installOptions(server).flatMap((option) => {
    const words = ownCommand(option)
    return words?.every(isPrintable) ? [words.join(' ')] : []
  })
  const id = shortName(server.name)
  return [...new Set(commands)].map((command) => yamlText([{ id, command }], '  '))
}
