import type { KeyValueInput } from '../../model/server-json.ts'
import { parseOciReference } from '../../validate/packages/oci-reference.ts'
import type { Clue } from '../clue.ts'
import { clueFromReference } from '../image.ts'
import { keysAt, textAt, valueAt } from '../loose.ts'
import { variableFrom } from '../variables.ts'
import { parseYaml } from './parse.ts'
import type { Project } from './project.ts'

export const COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml']

/** The image that a compose file builds under a name. Images that it only uses are other people's. */
export function readComposeFile(project: Project, path: string): Clue | undefined {
  const text = project.read(path)
  if (text === undefined) return undefined
  const services = valueAt(parseYaml(text), 'services')
  for (const key of keysAt(services)) {
    const service = valueAt(services, key)
    const image = valueAt(service, 'build') === undefined ? undefined : textAt(service, 'image')
    const reference = image && !image.includes('$') ? parseOciReference(image) : undefined
    if (!reference) continue
    const variables = namesIn(valueAt(service, 'environment'))
    return { ...clueFromReference(reference, path), ...(variables.length > 0 && { variables }) }
  }
  return undefined
}

/** `[NAME=value]` or `{ NAME: value }`; the values stay where they are. */
function namesIn(environment: unknown): KeyValueInput[] {
  const names = Array.isArray(environment)
    ? environment.map((entry) => String(entry).split('=')[0]!)
    : keysAt(environment)
  return names.map((name) => variableFrom(name)).filter((variable) => variable !== undefined)
}
