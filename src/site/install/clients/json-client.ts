import { commandSteps, fileStep } from '../command-step.ts'
import { shortEnough } from '../links.ts'
import { jsonText } from '../notation/json-text.ts'
import { forWindows, hasReferences, partsOf, type Reached, type Started } from '../parts.ts'
import { shortName } from '../short-name.ts'
import { startSteps } from '../start-steps.ts'
import type { Answers, Client, InstallContext, InstallOption, Instruction } from '../types.ts'
import { filledParts, type FilledParts } from './filled-parts.ts'

/** What a client that keeps its servers in a JSON file does its own way. */
export interface JsonClient extends Pick<Client, 'id' | 'label'> {
  path: string
  /** The member of the file that holds the servers by their names. */
  container: string
  /** Clients that match entries with a registry need the full server name. */
  usesFullName?: boolean
  /** It cannot start `npx` on Windows by itself. */
  needsCmd?: boolean
  stdio(program: Started): object
  /** `undefined` where it cannot use the address. */
  remote(address: Reached): object | undefined
  /** How it refers to a variable of the environment, if it can. */
  reference?(variable: string): string
  link?(name: string, config: Started | Omit<Reached, 'type'>): string
  command?(details: CommandDetails): string[] | undefined
}

/** What a client's own command is told. Typed secrets are not in it. */
export interface CommandDetails {
  name: string
  program?: Started
  address?: Reached
  /** Whether it refers to variables of the environment. */
  refers: boolean
}

/** A client that is set up by an entry of a JSON file. */
export function jsonClient(client: JsonClient): Client {
  const { id, label } = client
  return { id, label, instructions: (...given) => instructions(client, ...given) }
}

function instructions(
  client: JsonClient,
  option: InstallOption,
  context: InstallContext,
  answers: Answers,
): Instruction[] {
  const parts = partsOf(option.launch)
  if (!parts) return []
  const name = client.usesFullName ? context.name : shortName(context.name)
  const referring = hasReferences(option.launch)
  const filled = (hidesSecrets: boolean): FilledParts => {
    const { reference } = client
    const given = filledParts(option, { server: context.name, answers, hidesSecrets, reference })
    const { program } = given
    return program && client.needsCmd && context.isWindows
      ? { ...given, program: forWindows(program) }
      : given
  }

  const shown = filled(false)
  const entry = shown.program ? client.stdio(shown.program) : client.remote(shown.address!)
  if (!entry) return []
  const text = jsonText({ [client.container]: { [name]: entry } })
  const file = fileStep({ path: client.path, language: 'json', text }, { ...shown, hasReferences: referring })
  if (parts.program && parts.address) return [...startSteps(option, parts.program, context, answers), file]
  if (referring) return [file]
  const isTyped = option.fields.some(({ id, isSecret }) => isSecret && answers[id] !== undefined)
  const hidden = isTyped ? filled(true) : shown
  const words = client.command?.({ ...hidden, name, refers: hidden.variables.size > 0 })
  return [...linksOf(client, name, hidden), ...commandSteps(words, context, hidden), file]
}

function linksOf(
  { label, link }: JsonClient,
  name: string,
  { program, address }: FilledParts,
): Instruction[] {
  if (!link) return []
  const url = link(name, program ?? withoutType(address!))
  return shortEnough(url).map((each) => ({ type: 'link', label: `Add to ${label}`, url: each }))
}

/** An address for clients that find out by themselves how it talks. */
export function withoutType({ url, headers }: Reached): Omit<Reached, 'type'> {
  return { url, ...(headers && { headers }) }
}
