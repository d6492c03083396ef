import type { Clue } from '../clue.ts'
import { LookupError } from '../lookup/lookup-error.ts'
import { clueFromText } from '../lookup/text.ts'
import { BadFile } from './bad-file.ts'
import type { Project } from './project.ts'

/** The second place is where `dotnet new mcpserver` puts it. */
export const SERVER_FILES = ['server.json', '.mcp/server.json']

/** A `server.json` that is there already, or what a template left of one. */
export function readServerJson(project: Project, path: string): Clue | undefined {
  const text = project.read(path)
  if (text === undefined) return undefined
  try {
    return clueFromText(text, path)
  } catch (error) {
    if (error instanceof LookupError) throw new BadFile(`is not a server.json (${error.saw})`)
    throw error
  }
}
