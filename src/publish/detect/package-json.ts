import type { Clue } from '../clue.ts'
import { textAt, valueAt } from '../loose.ts'
import { clueFromNpmManifest } from '../npm-manifest.ts'
import { parseJson } from './parse.ts'
import type { Project } from './project.ts'

/** A file that only holds the tools of a project, without a name, says nothing about a package. */
export function readPackageJson(project: Project): Clue | undefined {
  const text = project.read('package.json')
  if (text === undefined) return undefined
  const manifest = parseJson(text)
  const isNamed = textAt(manifest, 'name') !== undefined || valueAt(manifest, 'private') === true
  return isNamed ? clueFromNpmManifest(manifest, 'package.json') : undefined
}
