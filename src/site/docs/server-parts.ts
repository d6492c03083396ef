/** An object of a server.json that is described for itself. */
export interface ServerPart {
  id: string
  title: string
  /** Where the schema defines it: `2025-12-11.json#/definitions/package`. */
  at: string
  /** The ends of the references that lead to it. */
  also: readonly string[]
}

const CURRENT = '2025-12-11.json'
/** The current schema takes what has not changed since from the one in which it came. */
const EARLIER = '2025-10-11.json'

/** In the order in which they are read. */
export const SERVER_PARTS: readonly ServerPart[] = [
  { id: 'document', title: 'The document', at: `${CURRENT}#`, also: [] },
  {
    id: 'package',
    title: '`packages[]`',
    at: `${CURRENT}#/definitions/package`,
    also: ['package'],
  },
  {
    id: 'transport',
    title: '`packages[].transport` and `remotes[]`',
    at: `${CURRENT}#/definitions/remote`,
    also: ['remote', 'http', 'stdio'],
  },
  {
    id: 'setting',
    title: '`environmentVariables[]` and `headers[]`',
    at: `${EARLIER}#/definitions/keyValue`,
    also: ['keyValue'],
  },
  {
    id: 'argument',
    title: '`packageArguments[]` and `runtimeArguments[]`',
    at: `${EARLIER}#/definitions/argument`,
    also: ['argument'],
  },
  {
    id: 'input',
    title: '`variables`, by name',
    at: `${EARLIER}#/definitions/input`,
    also: ['inputs', 'input'],
  },
  {
    id: 'repository',
    title: '`repository`',
    at: 'common.json#/definitions/repository',
    also: ['repository'],
  },
  { id: 'icon', title: '`icons[]`', at: `${EARLIER}#/definitions/icon`, also: ['icon'] },
]
