import type { Argument, KeyValueInput } from '../../../src/model/server-json.ts'
import { quantile } from './distribution.ts'
import type { Random } from './random.ts'
import { SETTINGS } from './words.ts'

/** How many environment variables a package has, by the share of packages that have fewer. */
const VARIABLES = [
  [0, 0],
  [0.5, 0],
  [0.75, 3],
  [0.9, 7],
  [0.99, 40],
  [0.9999, 80],
  [1, 310],
] as const

/** Invents the environment variables of a package. */
export function inventVariables(slug: string, random: Random): KeyValueInput[] {
  const prefix = slug.replaceAll('-', '_').toUpperCase()
  const count = Math.floor(quantile(VARIABLES, random.next()))
  return Array.from({ length: count }, (_, index) => {
    const [word, description, isSecret] = SETTINGS[(index * 5 + slug.length) % SETTINGS.length]!
    const round = Math.floor(index / SETTINGS.length)
    return {
      name: `${prefix}_${word}${round > 0 ? `_${round + 1}` : ''}`,
      description,
      ...(index === 0 && { isRequired: true }),
      format: 'string',
      ...(isSecret && { isSecret: true }),
    }
  })
}

/** Invents command line arguments, named and positional. */
export function inventArguments(random: Random): Argument[] {
  const named: Argument[] = [
    {
      type: 'named',
      name: '--mode',
      description: 'What may be done',
      choices: ['read', 'write'],
      default: 'read',
    },
    { type: 'named', name: '--verbose', description: 'Says more about what happens' },
  ]
  const folder: Argument = {
    type: 'positional',
    valueHint: 'folder',
    description: 'The folder to serve',
    format: 'filepath',
  }
  return [...named.slice(0, 1 + random.below(2)), ...(random.chance(0.5) ? [folder] : [])]
}

/** The header that a hosted server asks for. */
export function inventHeader(): KeyValueInput {
  return {
    name: 'Authorization',
    description: 'Bearer and your access token',
    isRequired: true,
    isSecret: true,
  }
}
