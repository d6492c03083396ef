import type { Clue } from '../clue.ts'
import { valueAt } from '../loose.ts'
import { listVariables } from '../variables.ts'
import { parseJson } from './parse.ts'
import type { Project } from './project.ts'
import { variablesOfSchema } from './smithery.ts'

/** The names of settings in a `glama.json`. */
export function readGlama(project: Project): Clue | undefined {
  const text = project.read('glama.json')
  if (text === undefined) return undefined
  const variables = variablesOfSchema(valueAt(parseJson(text), 'environmentVariablesJsonSchema'))
  if (variables.length === 0) return undefined
  return { source: 'glama.json', says: listVariables(variables), server: {}, variables, warnings: [] }
}
