import { fileStep } from '../command-step.ts'
import { fillerOf, type Filler } from '../fill.ts'
import { shortEnough } from '../links.ts'
import { yamlText, type YamlValue } from '../notation/yaml-text.ts'
import { hasReferences, partsOf, reachedOf, startedOf } from '../parts.ts'
import { shortName } from '../short-name.ts'
import { startSteps } from '../start-steps.ts'
import type { Client, InstallOption, RemoteLaunch, StdioLaunch } from '../types.ts'
import { gooseLinkOf } from './goose-link.ts'
import { secretFieldOf } from './secret-field.ts'

/** Asks for variables and keeps them in the keychain. It does not talk SSE. */
export const goose: Client = {
  id: 'goose',
  label: 'Goose',
  instructions(option, context, answers) {
    const parts = partsOf(option.launch)
    if (!parts || parts.address?.type === 'sse') return []
    const { program, address } = parts
    const name = shortName(context.name)
    const filler = fillerOf(option, { answers })
    const members = address ? addressMembers(address, filler) : programMembers(option, program!, filler)
    const text = yamlText({ extensions: { [name]: { name, ...members, enabled: true, timeout: 300 } } })
    const referring = hasReferences(option.launch)
    const file = fileStep(
      { path: '~/.config/goose/config.yaml', language: 'yaml', text },
      { missing: filler.missing, hasReferences: referring },
    )
    if (program && address) return [...startSteps(option, program, context, answers), file]
    const link = referring ? undefined : gooseLinkOf(option, context, answers)
    const links = link === undefined ? [] : shortEnough(link)
    return [...links.map((url) => ({ type: 'link' as const, label: 'Add to Goose', url })), file]
  },
}

function programMembers(
  option: InstallOption,
  launch: StdioLaunch,
  filler: Filler,
): Record<string, YamlValue> {
  const given = launch.environment.filter(filler.isGiven)
  const kept = given.filter(({ value }) => secretFieldOf(option, value))
  const environment = given.filter((each) => !kept.includes(each))
  const { command, args, env = {} } = startedOf({ ...launch, environment }, filler)
  return { type: 'stdio', cmd: command, args, envs: env, env_keys: kept.map(({ name }) => name) }
}

function addressMembers(launch: RemoteLaunch, filler: Filler): Record<string, YamlValue> {
  const { url, headers = {} } = reachedOf(launch, filler)
  return { type: 'streamable_http', uri: url, headers }
}
