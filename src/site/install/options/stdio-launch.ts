import type { Package } from '../../../model/server-json.ts'
import type { Kind } from '../../kinds.ts'
import type {
  ArgumentTemplate,
  DownloadLaunch,
  Field,
  NamedTemplate,
  StdioLaunch,
  Template,
} from '../types.ts'
import { readArguments } from './arguments.ts'
import { launcherOf, type Launcher } from './launcher.ts'
import { readNamed, readRemote } from './remote-launch.ts'

/** How a package is started; what has to be asked is added to `fields`. */
export function readPackage(pack: Package, kind: Kind, fields: Field[]): StdioLaunch | DownloadLaunch {
  const launcher = launcherOf(pack, kind)
  if (!launcher) return { type: 'unknown' }
  const environment = readNamed(pack.environmentVariables, 'environment', fields)
  const runtime = readArguments(pack.runtimeArguments, 'runtime', fields)
  const own = readArguments(pack.packageArguments, 'argument', fields)
  const args = [
    ...fixed(launcher.before),
    ...withoutFixed(runtime, launcher),
    ...(kind === 'oci' ? passedOn(environment, runtime) : []),
    ...fixed(launcher.reference),
    ...(own.length > 0 ? fixed(launcher.separator) : []),
    ...own,
  ]
  const launch: StdioLaunch = { type: 'stdio', command: launcher.command, args, environment }
  if (!isReachedAt(pack)) return launch
  const known = { ...namesOf(environment), ...namesOfArguments(pack.packageArguments, own) }
  return { ...launch, then: readRemote(pack.transport, fields, known) }
}

function isReachedAt({ transport }: Package): boolean {
  return Boolean(transport?.url) && transport.type !== 'stdio'
}

function fixed(tokens: readonly string[]): ArgumentTemplate[] {
  return tokens.map((token) => ({ tokens: [[token]], isRequired: true }))
}

/** Runtime arguments less what stands in the command already: many publishers write the whole command there. */
function withoutFixed(
  runtime: readonly ArgumentTemplate[],
  { before, reference }: Launcher,
): ArgumentTemplate[] {
  const there = new Set([
    ...before,
    ...reference,
    ...(before.includes('-y') ? ['--yes'] : []),
    bareName(reference),
  ])
  return runtime.flatMap((argument) => {
    const tokens = argument.tokens.filter((token) => !(isText(token) && there.has(token[0] as string)))
    return tokens.length > 0 ? [{ ...argument, tokens }] : []
  })
}

/** The package without its version. */
function bareName(reference: readonly string[]): string {
  const word = reference.find((each) => !each.startsWith('-')) ?? ''
  return word.replace(/(?<=.)@[^/]*$/, '').replace(/:[^/:]*$/, '')
}

function isText(template: Template): boolean {
  return template.length === 1 && typeof template[0] === 'string'
}

/** A container sees a variable only where it is passed on by name; its value comes from the client's own setting. */
function passedOn(
  environment: readonly NamedTemplate[],
  runtime: readonly ArgumentTemplate[],
): ArgumentTemplate[] {
  const passed = new Set(runtime.flatMap(({ tokens }) => passedName(tokens)))
  return environment
    .filter(({ name }) => !passed.has(name))
    .map(({ name }) => ({ tokens: [['-e'], [name]], isRequired: true }))
}

function passedName(tokens: readonly Template[]): string[] {
  const [first, second] = tokens.map(([part]) => (typeof part === 'string' ? part : ''))
  if (first === '-e' || first === '--env') return [second?.split('=', 1)[0] ?? '']
  return first?.startsWith('--env=') ? [first.slice('--env='.length).split('=', 1)[0]!] : []
}

function namesOf(environment: readonly NamedTemplate[]): Record<string, Template> {
  return Object.fromEntries(environment.map(({ name, value }) => [name, value]))
}

/** An address may refer to an argument by its name, with or without dashes, or by its hint. */
function namesOfArguments(
  declared: Package['packageArguments'] = [],
  own: readonly ArgumentTemplate[],
): Record<string, Template> {
  const names: [string, Template][] = []
  if (declared.length !== own.length) return {}
  declared.forEach(({ name, valueHint }, index) => {
    const value = own[index]!.tokens.at(-1)!
    for (const each of [valueHint, name, name?.replace(/^-+/, '')]) if (each) names.push([each, value])
  })
  return Object.fromEntries(names)
}
