import { serverPath } from '../../site/paths.ts'
import { count } from '../../validate/text/count.ts'
import { show } from '../../validate/text/show.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { searchServers } from '../registry/search-servers.ts'

const SHOWN = 20

export const search: Command = {
  name: 'search',
  takes: 'WORD…',
  does: 'Looks for servers in the registry',
  arguments: [['WORD…', 'words of their names, titles and descriptions']],
  words: [1, 20],
  flags: [],
  example: 'mcp-git search weather',
  async run({ words }, world) {
    const { terminal, target } = world
    const query = words.join(' ')
    const found = await searchServers(query, world)
    for (const { server, status } of found.slice(0, SHOWN)) {
      const says = status === 'active' ? server.description : `${status}: ${server.description}`
      terminal.say(`${server.name} ${server.version}`)
      terminal.say(`  ${says}`)
    }
    if (found.length > SHOWN) terminal.say(`and ${found.length - SHOWN} more; add a word to see fewer`)
    const first = found[0]?.server.name
    terminal.say(
      first
        ? `${count(found.length, 'server')}. More about one: ${target.url}${serverPath(first).slice(1)}`
        : `No server has ${show(query)} in its name, title or description.`,
    )
    return { exit: EXIT.done, json: { servers: found.map(({ server, status }) => ({ server, status })) } }
  },
}
