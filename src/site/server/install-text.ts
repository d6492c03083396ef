import { code, fence } from '../../verify/render/markdown.ts'
import type { Field, InstallOption } from '../install/types.ts'
import { visibleJson } from '../text/safe-text.ts'
import { commonConfig } from './common-config.ts'
import { placeholderConfig } from './placeholder-config.ts'

/** More options than these are behind the link to the whole document. */
const MAX_OPTIONS = 10

/** How to install a server, as lines of Markdown: every option with its command, its configuration and its inputs. */
export function installText(options: readonly InstallOption[], name: string): string[] {
  const lines = ['## Install', '']
  if (options.length === 0) return [...lines, 'It offers neither a package nor a remote.']
  lines.push('`<NAME>` stands for a value that a person has to give.')
  options
    .slice(0, MAX_OPTIONS)
    .forEach((option, index) => lines.push('', ...optionText(option, index + 1, name)))
  const rest = options.length - MAX_OPTIONS
  if (rest > 0) lines.push('', `${rest} more options are in the server.json.`)
  return lines
}

function optionText(option: InstallOption, number: number, name: string): string[] {
  const { label, identifier, launch, fields } = option
  const { argv, entry } = placeholderConfig(option)
  const lines = [`### Option ${number}: ${code(label)}`, '', `- Identifier: ${code(identifier)}`]
  if (launch.type === 'download') {
    lines.push('- Download the file and open it with a client that takes MCP bundles.')
    if (launch.sha256) lines.push(`- SHA-256: ${code(launch.sha256)}`)
  }
  if (launch.type === 'unknown')
    lines.push('- No client is known to start it. Read the publisher’s documentation.')
  lines.push(...fields.map(fieldLine))
  if (argv) lines.push('', 'Command, word by word:', '', ...fence(visibleJson(JSON.stringify(argv))))
  if (entry) {
    const isStartedFirst = launch.type === 'stdio' && launch.then
    lines.push(
      '',
      isStartedFirst ? 'Configuration, once the command runs:' : 'Configuration:',
      '',
      ...fence(commonConfig(entry, name)),
    )
  }
  return lines
}

const PLACES: Readonly<Record<Field['place'], string>> = {
  environment: 'environment variable',
  argument: 'argument',
  runtime: 'argument of the runtime',
  header: 'header',
  address: 'part of the address',
}

function fieldLine({ name, place, isRequired, isSecret, description, choices, preset }: Field): string {
  const words = [PLACES[place], isRequired ? 'required' : 'optional', ...(isSecret ? ['secret'] : [])]
  const details = [
    ...(description ? [code(description)] : []),
    ...(choices ? [`one of ${choices.map(code).join(', ')}`] : []),
    ...(preset === undefined ? [] : [`preset ${code(preset)}`]),
  ]
  return `- ${code(name)}: ${[words.join(', '), ...details].join('; ')}`
}
