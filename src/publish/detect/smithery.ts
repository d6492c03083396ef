import type { KeyValueInput } from '../../model/server-json.ts'
import type { Clue } from '../clue.ts'
import { keysAt, known, textAt, valueAt } from '../loose.ts'
import { oneLine } from '../plain-text.ts'
import { listVariables, variableFrom } from '../variables.ts'
import { parseYaml } from './parse.ts'
import type { Project } from './project.ts'

/** `API_KEY: config.apiKey`, in the function that makes the command. It is read as text and never run. */
const PASSED_ON = /\b["']?([A-Z][A-Z0-9_]{1,99})["']?\s*:\s*(?:String\()?config\??\.(\w{1,100})/g

/** The names of settings in a `smithery.yaml`, with their descriptions. */
export function readSmithery(project: Project): Clue | undefined {
  const text = project.read('smithery.yaml')
  if (text === undefined) return undefined
  const start = valueAt(parseYaml(text), 'startCommand')
  const schema = valueAt(start, 'configSchema')
  const passedOn = [...(textAt(start, 'commandFunction') ?? '').matchAll(PASSED_ON)]
  const variables = passedOn
    .map(([, name, key]) => settingFrom(schema, key!, name!))
    .filter((variable) => variable !== undefined)
  if (variables.length === 0) return undefined
  return { source: 'smithery.yaml', says: listVariables(variables), server: {}, variables, warnings: [] }
}

/** The names of settings in a `glama.json`, which are those of the environment themselves. */
export function variablesOfSchema(schema: unknown): KeyValueInput[] {
  return keysAt(schema, 'properties')
    .map((key) => settingFrom(schema, key, key))
    .filter((variable) => variable !== undefined)
}

/** A property of a JSON Schema as a setting. Its default may be anybody's value, and stays behind. */
function settingFrom(schema: unknown, key: string, name: string): KeyValueInput | undefined {
  const description = textAt(schema, 'properties', key, 'description')
  const required = valueAt(schema, 'required')
  const isRequired = Array.isArray(required) && required.includes(key)
  const said = known({ description: description && oneLine(description) })
  return variableFrom(name, { ...said, ...(isRequired && { isRequired }) })
}
