import { fillerOf } from '../fill.ts'
import { gooseLink } from '../links.ts'
import { partsOf } from '../parts.ts'
import { shortName } from '../short-name.ts'
import type { Answers, InstallContext, InstallOption, NamedTemplate } from '../types.ts'

type Parameter = readonly [string, string]

/** The programs that a link may start. */
const COMMANDS: readonly string[] = ['docker', 'jbang', 'npx', 'uvx']

/**
 * A link by which Goose adds a server. It makes Goose ask for variables and headers, and cannot tell it any: `undefined`
 * where something has a fixed value.
 */
export function gooseLinkOf(
  option: InstallOption,
  { name, title, description }: InstallContext,
  answers: Answers,
): string | undefined {
  const { program, address } = partsOf(option.launch) ?? {}
  const filler = fillerOf(option, { answers, hidesSecrets: true })
  const id = shortName(name)
  const about: Parameter[] = [
    ['id', id],
    ['name', title ?? id],
    ['description', description],
  ]
  if (address) {
    const headers = questions(option, address.headers, 'header')
    const to: Parameter[] = [
      ['type', 'streamable_http'],
      ['url', filler.text(address.url)],
    ]
    return headers && gooseLink([...to, ...about, ...headers])
  }
  if (!program || !COMMANDS.includes(program.command)) return undefined
  const args = filler.tokens(program.args).map((arg): Parameter => ['arg', arg])
  const env = questions(option, program.environment, 'env')
  return env && gooseLink([['cmd', program.command], ...args, ...about, ...env])
}

/** What Goose has to ask for: all that is required. */
function questions(
  { fields }: InstallOption,
  named: readonly NamedTemplate[],
  parameter: 'env' | 'header',
): Parameter[] | undefined {
  const isFixed = ({ value }: NamedTemplate): boolean => value.every((part) => typeof part === 'string')
  const required = named.filter((each) => each.isRequired || isFixed(each))
  const asked = required.flatMap(({ name, value: [part, ...more] }): Parameter[] => {
    if (typeof part !== 'object' || more.length > 0) return []
    const field = fields.find(({ id }) => id === part.field)
    return [[parameter, `${name}=${field?.description ?? name}`]]
  })
  return asked.length === required.length ? asked : undefined
}
