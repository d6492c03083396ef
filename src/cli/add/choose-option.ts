import { installOptions } from '../../site/install/options.ts'
import type { Client, InstallContext, InstallOption, Instruction } from '../../site/install/types.ts'
import type { ServerJson } from '../../model/server-json.ts'
import { showList } from '../../validate/text/show.ts'
import { usageError } from '../stop.ts'
import type { Terminal } from '../terminal/terminal.ts'

/**
 * The way to use a server that a client can use and the person wants.
 *
 * @param key the place in the entry, where the person named it
 * @throws Stop where there is none
 */
export async function chooseOption(
  server: ServerJson,
  client: Client,
  context: InstallContext,
  key: string | undefined,
  terminal: Terminal,
): Promise<InstallOption> {
  const usable = installOptions(server).filter((option) => stepsFor(client, option, context).length > 0)
  const [first] = usable
  if (!first) {
    throw usageError(
      `${client.label} cannot use ${server.name}: it offers no package or address that it knows.`,
    )
  }
  if (key !== undefined) {
    const named = usable.find((option) => option.key === key)
    if (named) return named
    const keys = showList(usable.map((option) => option.key))
    throw usageError(`${client.label} cannot use ${key} of this server.`, `Use ${keys}.`)
  }
  if (usable.length === 1 || !terminal.asks) return first
  const options = usable.map(({ key: value, label, identifier: hint }) => ({ value, label, hint }))
  const chosen = await terminal.choose('How shall it run?', options)
  return usable.find((option) => option.key === chosen)!
}

function stepsFor(client: Client, option: InstallOption, context: InstallContext): Instruction[] {
  return client.instructions(option, context, {})
}
