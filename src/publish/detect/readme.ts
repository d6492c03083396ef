import { firstNameIn } from '../../verify/packages/mcp-name.ts'
import { BadFile } from './bad-file.ts'
import type { Project } from './project.ts'

/** The server name that the README of a package gives after `mcp-name:`. */
export function nameInReadme(project: Project, path = 'README.md'): string | undefined {
  try {
    return firstNameIn(project.read(path) ?? '')
  } catch (error) {
    if (error instanceof BadFile) return undefined
    throw error
  }
}
