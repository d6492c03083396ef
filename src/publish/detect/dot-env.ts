import type { Clue } from '../clue.ts'
import { oneLine } from '../plain-text.ts'
import { listVariables, variableFrom } from '../variables.ts'
import type { Project } from './project.ts'

export const ENV_FILES = [
  '.env.example',
  '.env.sample',
  '.env.template',
  '.env.dist',
  'env.example',
  'example.env',
]

/** The names of the settings in an example of `.env`, each with the comment above it. Values are never looked at. */
export function readEnvExample(project: Project, path: string): Clue | undefined {
  const text = project.read(path)
  if (text === undefined) return undefined
  let comment: string | undefined
  const variables = text.split(/\r?\n/).flatMap((line) => {
    const name = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line)?.[1]
    const description = comment
    comment = commentIn(line)
    if (name === undefined) return []
    const variable = variableFrom(name, description ? { description } : {})
    return variable ? [variable] : []
  })
  if (variables.length === 0) return undefined
  return { source: path, says: listVariables(variables), server: {}, variables, warnings: [] }
}

/** A comment in words. One with `=` in it is most likely a setting that is switched off, value and all. */
function commentIn(line: string): string | undefined {
  const text = /^\s*#+\s*(\S.{2,150})$/.exec(line)?.[1]
  return text?.includes(' ') && !text.includes('=') && /\p{L}/u.test(text) ? oneLine(text) : undefined
}
