import { commandSteps, fileStep } from '../command-step.ts'
import { fillerOf } from '../fill.ts'
import { tomlTable } from '../notation/toml-text.ts'
import { forWindows, hasReferences, partsOf, startedOf } from '../parts.ts'
import { shortName } from '../short-name.ts'
import { startSteps } from '../start-steps.ts'
import type {
  Answers,
  Client,
  InstallContext,
  InstallOption,
  Instruction,
  RemoteLaunch,
  StdioLaunch,
} from '../types.ts'
import { addressTable, programTable, type CodexTable } from './codex-tables.ts'
import { isAddress, isVariable } from './words.ts'

/** Names variables of the environment instead of their values, for whole values only. It does not talk SSE. */
export const codex: Client = {
  id: 'codex',
  label: 'Codex',
  instructions(option, context, answers) {
    const { program, address } = partsOf(option.launch) ?? {}
    if (!address) return program ? start(option, program, context, answers) : []
    const steps = reach(option, address, context, answers)
    if (!program || steps.length === 0) return steps
    return [...startSteps(option, program, context, answers), ...steps.filter(({ type }) => type === 'file')]
  },
}

function start(
  option: InstallOption,
  launch: StdioLaunch,
  context: InstallContext,
  answers: Answers,
): Instruction[] {
  const filler = fillerOf(option, { answers })
  const table = programTable(option, launch, filler)
  const onWindows = context.isWindows ? forWindows : <T>(program: T): T => program
  const { command, args, env } = table.members as {
    command: string
    args: string[]
    env: Record<string, string>
  }
  const members = { ...table.members, ...onWindows({ command, args, env }) }
  const file = fileOf({ ...table, members }, option, context, filler.missing)
  const hidden = fillerOf(option, { answers, hidesSecrets: true })
  const program = onWindows(startedOf(launch, hidden))
  const pairs = Object.entries(program.env ?? {})
  if (hasReferences(launch) || !pairs.every(([name]) => isVariable(name))) return [file]
  const given = pairs.flatMap(([name, value]) => ['--env', `${name}=${value}`])
  const words = [
    'codex',
    'mcp',
    'add',
    shortName(context.name),
    ...given,
    '--',
    program.command,
    ...program.args,
  ]
  return [...commandSteps(words, context, { missing: hidden.missing }), file]
}

function reach(
  option: InstallOption,
  launch: RemoteLaunch,
  context: InstallContext,
  answers: Answers,
): Instruction[] {
  if (launch.type === 'sse') return []
  const filler = fillerOf(option, { answers })
  const table = addressTable(option, launch, filler, shortName(context.name))
  const file = fileOf(table, option, context, filler.missing)
  const hidden = addressTable(
    option,
    launch,
    fillerOf(option, { answers, hidesSecrets: true }),
    shortName(context.name),
  )
  const words = hasReferences(launch) ? undefined : addressCommand(hidden, shortName(context.name))
  return [...commandSteps(words, context, { variables: table.variables }), file]
}

/** The command takes no headers but the one of a bearer token. */
function addressCommand({ members }: CodexTable, name: string): string[] | undefined {
  const { url, bearer_token_env_var: bearer, http_headers, env_http_headers } = members
  const others = Object.keys({ ...(http_headers as object), ...(env_http_headers as object) })
  if (others.length > 0 || typeof url !== 'string' || !isAddress(url)) return undefined
  const token = typeof bearer === 'string' ? ['--bearer-token-env-var', bearer] : []
  return ['codex', 'mcp', 'add', name, '--url', url, ...token]
}

function fileOf(
  { members, variables }: CodexTable,
  { launch }: InstallOption,
  { name }: InstallContext,
  missing: ReadonlySet<string>,
): Instruction {
  const text = tomlTable(['mcp_servers', shortName(name)], members)
  const about = { variables, missing, hasReferences: hasReferences(launch) }
  return fileStep({ path: '~/.codex/config.toml', language: 'toml', text }, about)
}
