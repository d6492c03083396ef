import type { Filler } from '../fill.ts'
import type { TomlValue } from '../notation/toml-text.ts'
import { startedOf } from '../parts.ts'
import { referenceName } from '../reference-name.ts'
import type { InstallOption, RemoteLaunch, StdioLaunch } from '../types.ts'
import { secretFieldOf } from './secret-field.ts'

/** The members of a table of Codex, and the variables of the environment that they name. */
export interface CodexTable {
  members: Record<string, TomlValue>
  variables: ReadonlySet<string>
}

/** Secrets are passed on by the names of their variables. */
export function programTable(option: InstallOption, launch: StdioLaunch, filler: Filler): CodexTable {
  const given = launch.environment.filter(filler.isGiven)
  const passed = given.filter(({ name, value }) => {
    const field = secretFieldOf(option, value)
    return field !== undefined && referenceName(field, '') === name
  })
  const environment = given.filter((each) => !passed.includes(each))
  const { command, args, env = {} } = startedOf({ ...launch, environment }, filler)
  const names = passed.map(({ name }) => name)
  return { members: { command, args, env, env_vars: names }, variables: new Set(names) }
}

/** It ignores `headers` and refuses a bearer token as text, so that secrets are named, not written. */
export function addressTable(
  option: InstallOption,
  { url, headers }: RemoteLaunch,
  filler: Filler,
  server: string,
): CodexTable {
  const variables = new Set<string>()
  const literal: [string, string][] = []
  const looked: [string, string][] = []
  let bearer: string | undefined
  for (const header of headers.filter(filler.isGiven)) {
    const { name, value } = header
    const isBearer = name.toLowerCase() === 'authorization' && value[0] === 'Bearer '
    const field = secretFieldOf(option, isBearer ? value.slice(1) : value)
    const variable = field && referenceName(field, server)
    if (variable) variables.add(variable)
    if (variable === undefined) literal.push([name, filler.text(value)])
    else if (isBearer) bearer = variable
    else looked.push([name, variable])
  }
  const members = {
    url: filler.text(url),
    ...(bearer && { bearer_token_env_var: bearer }),
    http_headers: Object.fromEntries(literal),
    env_http_headers: Object.fromEntries(looked),
  }
  return { members, variables }
}
