import { CLIENTS } from '../../site/install/clients/index.ts'
import type { Client, InstallContext, Instruction } from '../../site/install/types.ts'
import type { ServerJson } from '../../model/server-json.ts'
import { suggestKey } from '../../validate/structure/suggest.ts'
import { show } from '../../validate/text/show.ts'
import { askFields } from '../add/ask-fields.ts'
import { chooseOption } from '../add/choose-option.ts'
import { mergeJson } from '../add/merge-json.ts'
import { PROJECT_FILES } from '../add/project-file.ts'
import { showSteps } from '../add/show-steps.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { readIfThere } from '../read-file.ts'
import { findVersion } from '../registry/versions.ts'
import { readServerVersion } from '../server-version.ts'
import { usageError } from '../stop.ts'
import type { World } from '../world.ts'
import { writeInView } from '../write-file.ts'

const IDS = CLIENTS.map(({ id }) => id)

export const add: Command = {
  name: 'add',
  takes: 'CLIENT NAME[@VERSION]',
  does: 'Sets a server up in a client, for this project',
  details: `Clients: ${IDS.join(', ')}. Where a client keeps a project's servers in a JSON file, the entry is put into that file; otherwise its command is shown. Secrets are never written.`,
  arguments: [
    ['CLIENT', 'the program that shall use the server'],
    ['NAME[@VERSION]', 'the server (default: its latest version)'],
  ],
  words: [2, 2],
  flags: ['yes', 'dry-run', 'option'],
  example: 'mcp-git add vscode io.github.acme/weather',
  async run({ words: [id = '', wanted = ''], flags }, world) {
    const { terminal } = world
    const client = findClient(id)
    const server = await findServer(wanted, world)
    const context = contextOf(server, world)
    terminal.title(`mcp-git add ${client.id} ${server.name}`)
    const option = await chooseOption(server, client, context, flags.option, terminal)
    terminal.fact('Server', `${server.name} ${server.version}`, server.description)
    terminal.fact('Runs', option.label, option.identifier)
    const steps = client.instructions(option, context, await askFields(option, terminal))
    const about = { client: client.id, name: server.name, version: server.version, option: option.key }
    const file = projectFile(client, steps)
    if (!file) {
      showSteps(steps, terminal)
      return { exit: EXIT.done, json: { ...about, steps } }
    }
    const before = readIfThere(file.path, world.cwd)?.toString('utf8') ?? ''
    const text = mergeJson(before, file.text, file.path)
    if (before === '') terminal.lines(text)
    const became = await writeInView({ file: file.path, text }, world, {
      dryRun: flags['dry-run'] ?? false,
      asksFirst: true,
    })
    showSteps(
      steps.filter(({ type }) => type === 'text'),
      terminal,
    )
    if (file.note) terminal.mark('!', 'note', file.note)
    terminal.end('File', `${file.path}: ${became}`)
    return { exit: EXIT.done, json: { ...about, file: file.path, became } }
  },
}

function findClient(id: string): Client {
  const client = CLIENTS.find((each) => each.id === id)
  if (client) return client
  const meant = suggestKey(id, IDS)
  throw usageError(
    `There is no client ${show(id)}.`,
    meant ? `Did you mean ${meant}?` : `Use one of: ${IDS.join(', ')}.`,
  )
}

async function findServer(wanted: string, world: World): Promise<ServerJson> {
  const { name, version = 'latest' } = readServerVersion(wanted)
  const found = await findVersion(name, version, world)
  if (!found || found.status === 'deleted') {
    const what = version === 'latest' ? show(name) : `${show(name)} ${show(version)}`
    const says = found?.statusMessage ? `: ${found.statusMessage}` : ''
    throw usageError(
      found ? `${what} was deleted${says}.` : `${world.target.title} does not list ${what}.`,
      `Look for it: mcp-git search ${name.slice(name.indexOf('/') + 1)}`,
    )
  }
  if (found.status === 'deprecated') {
    world.terminal.mark('!', 'deprecated', found.statusMessage ?? 'its publisher advises against it')
  }
  return found.server
}

function contextOf(
  { name, version, title, description }: ServerJson,
  { target, isWindows }: World,
): InstallContext {
  return { name, version, description, registryUrl: target.url, isWindows, ...(title && { title }) }
}

type FileStep = Extract<Instruction, { type: 'file' }>

/** The file of the project that the entry goes into, where the client has one. */
function projectFile({ id }: Client, steps: readonly Instruction[]): FileStep | undefined {
  const path = PROJECT_FILES[id]
  const file = steps.find((step): step is FileStep => step.type === 'file' && step.language === 'json')
  return path && file ? { ...file, path } : undefined
}
