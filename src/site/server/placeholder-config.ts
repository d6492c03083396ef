import { fillerOf } from '../install/fill.ts'
import type { InstallOption, NamedTemplate, RemoteLaunch } from '../install/types.ts'

/** An option with `<name>` wherever a person has to fill something in. */
export interface PlaceholderConfig {
  /** The command line, one string a word, where the server runs on the person's computer. */
  argv?: string[]
  /** The entry of the client's configuration, in the notation that most of them share. */
  entry?: object
}

/** What is required, what is fixed and what has a preset; optional things without one are left to the person. */
export function placeholderConfig(option: InstallOption): PlaceholderConfig {
  const { launch } = option
  const filler = fillerOf(option, { answers: {} })
  if (launch.type === 'http' || launch.type === 'sse') return { entry: remoteEntry(launch) }
  if (launch.type !== 'stdio') return {}
  const { command, environment, then } = launch
  const args = filler.tokens(launch.args)
  return {
    argv: [command, ...args],
    entry: then ? remoteEntry(then) : { command, args, ...named('env', environment) },
  }

  function remoteEntry({ type, url, headers }: RemoteLaunch): object {
    return { type, url: filler.text(url), ...named('headers', headers) }
  }

  function named(key: string, templates: readonly NamedTemplate[]): object {
    const pairs = filler.pairs(templates)
    return pairs.length > 0 ? { [key]: Object.fromEntries(pairs) } : {}
  }
}
