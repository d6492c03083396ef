import type { ServerJson } from '../../../model/server-json.ts'
import { installOptions } from '../../install/options.ts'
import { posixCommand } from '../../install/quote/quote-posix.ts'
import type { InstallOption } from '../../install/types.ts'
import { placeholderConfig } from '../../server/placeholder-config.ts'

/**
 * The shortest way to use each option: its command line with `<NAME>` for what has to be given, or its address. What
 * no command line can hold is told by its kind and its identifier.
 */
export function installLines(server: ServerJson): string[] {
  return installOptions(server).map(installLine)
}

function installLine(option: InstallOption): string {
  const { label, identifier, kind } = option
  if (kind === 'remote') return identifier
  const { argv } = placeholderConfig(option)
  return (argv && posixCommand(argv)) ?? `${label} ${identifier}`
}
