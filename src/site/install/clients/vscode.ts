import { commandSteps, fileStep } from '../command-step.ts'
import { fillerOf } from '../fill.ts'
import { registryLink, shortEnough, visualStudioLink, vscodeLink } from '../links.ts'
import { jsonText } from '../notation/json-text.ts'
import { hasReferences, partsOf, reachedOf, startedOf } from '../parts.ts'
import { shortName } from '../short-name.ts'
import { startSteps } from '../start-steps.ts'
import type { Answers, Client, InstallContext, InstallOption, Instruction } from '../types.ts'
import { vscodeInputs } from './vscode-inputs.ts'

interface Editor extends Pick<Client, 'id' | 'label'> {
  path: string
  link(payload: object): string
  /** A link by which it takes the entry from the registry. */
  registryLink?(registryUrl: string, name: string): string | undefined
  /** Its program, where that can add a server. */
  cli?: string
}

const FILE = '.vscode/mcp.json'

/** Asks for secrets, and for all that is missing, when it starts the server. */
export const vscode = editor({
  id: 'vscode',
  label: 'VS Code',
  path: FILE,
  link: (payload) => vscodeLink('vscode', payload),
  registryLink: (registryUrl, name) => registryLink('vscode', registryUrl, name),
  cli: 'code',
})

export const vscodeInsiders = editor({
  id: 'vscode-insiders',
  label: 'VS Code Insiders',
  path: FILE,
  link: (payload) => vscodeLink('vscode-insiders', payload),
  registryLink: (registryUrl, name) => registryLink('vscode-insiders', registryUrl, name),
  cli: 'code-insiders',
})

export const visualStudio = editor({
  id: 'visual-studio',
  label: 'Visual Studio',
  path: '.mcp.json',
  link: visualStudioLink,
})

function editor(of: Editor): Client {
  const { id, label } = of
  return { id, label, instructions: (...given) => instructions(of, ...given) }
}

function instructions(
  { label, path, link, registryLink, cli }: Editor,
  option: InstallOption,
  context: InstallContext,
  answers: Answers,
): Instruction[] {
  const { launch, key } = option
  const parts = partsOf(launch)
  if (!parts) return []
  const { name, registryUrl } = context
  const questions = vscodeInputs(shortName(name))
  const filler = fillerOf(option, { answers, secret: questions.ask, ask: questions.ask })
  const { program, address } = parts
  const entry = address ? reachedOf(address, filler) : startedOf(program!, filler)
  const inputs = questions.list()
  const asked = inputs.length > 0 ? { inputs } : {}
  const server = address ? entry : { type: 'stdio', ...entry }
  const referring = hasReferences(launch)
  const file = fileStep(
    { path, language: 'json', text: jsonText({ servers: { [name]: server }, ...asked }) },
    { hasReferences: referring },
  )
  if (program && address) return [...startSteps(option, program, context, answers), file]
  const payload = { name, ...entry, ...asked }
  const own = referring ? [] : shortEnough(link(payload))
  const words =
    cli && !referring && inputs.length === 0 ? [cli, '--add-mcp', JSON.stringify(payload)] : undefined
  return [...links(), ...commandSteps(words, context), file]

  /** The registry's entry says what its first package says, and if there is none, its first remote. */
  function links(): Instruction[] {
    const page = isFirst(key) ? registryLink?.(registryUrl, name) : undefined
    const add = own.map((url): Instruction => ({ type: 'link', label: `Add to ${label}`, url }))
    return page === undefined ? add : [...add, { type: 'link', label: `Show in ${label}`, url: page }]
  }
}

function isFirst(key: string): boolean {
  return key === 'package-0' || key === 'remote-0'
}
