import type { Clue } from '../clue.ts'
import { keysAt, known, textAt, valueAt } from '../loose.ts'
import { oneLine, plainText } from '../plain-text.ts'
import { projectPages } from '../project-pages.ts'
import { parseToml } from './parse.ts'
import type { Project } from './project.ts'
import { nameInReadme } from './readme.ts'

/** Source: PyPA specification of `pyproject.toml`, the `[project]` table; Poetry's own table where there is none. */
export function readPyproject(project: Project): Clue | undefined {
  const text = project.read('pyproject.toml')
  if (text === undefined) return undefined
  const file = parseToml(text)
  const table = valueAt(file, 'project') ?? valueAt(file, 'tool', 'poetry')
  const identifier = textAt(table, 'name')
  if (identifier === undefined) return undefined
  const version = textAt(table, 'version') ?? versionOfHatch(project, file)
  const description = textAt(table, 'description')
  const links = {
    repository: valueAt(table, 'repository'),
    homepage: valueAt(table, 'homepage'),
    ...Object(valueAt(table, 'urls')),
  } as Record<string, unknown>
  const readme = textAt(table, 'readme') ?? textAt(table, 'readme', 'file')
  return {
    source: 'pyproject.toml',
    says: plainText(`${identifier}${version ? ` ${version}` : ''} (PyPI)`),
    server: known({
      name: nameInReadme(project, readme),
      description: description && oneLine(description),
      version,
      ...projectPages(links),
      packages: [
        { registryType: 'pypi', identifier, ...(version && { version }), transport: { type: 'stdio' } },
      ],
    }),
    warnings: [
      ...(version ? [] : ['The version is made when the package is built, so it has to be given.']),
      ...commandWarnings(keysAt(table, 'scripts'), identifier),
    ],
  }
}

/** The one build tool that keeps the version in a file which can be read without running anything. */
function versionOfHatch(project: Project, file: unknown): string | undefined {
  const path = textAt(file, 'tool', 'hatch', 'version', 'path')
  const text = path === undefined ? undefined : project.read(path)
  return text === undefined
    ? undefined
    : /^(?:__version__|VERSION) *= *["']([^"'\n]{1,64})["']/m.exec(text)?.[1]
}

/** `uvx <package>` runs the command that is called like the package, and no other. */
function commandWarnings(scripts: readonly string[], identifier: string): string[] {
  if (scripts.some((script) => normal(script) === normal(identifier))) return []
  const called = `\`${plainText(identifier)}\``
  if (scripts.length === 0)
    return [`The package has no command, so uvx cannot run it. Add ${called} under \`[project.scripts]\`.`]
  const others = plainText(scripts.slice(0, 5).join(', '))
  return [
    `No command is called ${called} (there are: ${others}), so uvx cannot run it. Add one under \`[project.scripts]\`.`,
  ]
}

/** PEP 503. */
function normal(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}
