import type { Clue } from '../clue.ts'
import { known, textAt, valueAt } from '../loose.ts'
import { oneLine, plainText } from '../plain-text.ts'
import { repositoryFrom } from '../repository.ts'
import { websiteFrom } from '../website.ts'
import { parseToml } from './parse.ts'
import type { Project } from './project.ts'
import { nameInReadme } from './readme.ts'

/** Source: The Cargo Book, the manifest format. */
export function readCargo(project: Project): Clue | undefined {
  const text = project.read('Cargo.toml')
  if (text === undefined) return undefined
  const file = parseToml(text)
  const identifier = textAt(file, 'package', 'name')
  if (identifier === undefined) return undefined
  const field = (key: string) => textAt(file, 'package', key) ?? inherited(file, key)
  const version = field('version')
  const description = field('description')
  const isPrivate = valueAt(file, 'package', 'publish') === false
  return {
    source: 'Cargo.toml',
    says: plainText(`${identifier}${version ? ` ${version}` : ''} (crates.io)`),
    server: known({
      name: nameInReadme(project, field('readme')),
      description: description && oneLine(description),
      repository: repositoryFrom(field('repository')),
      version,
      websiteUrl: websiteFrom(field('homepage') ?? field('documentation')),
      packages: isPrivate
        ? undefined
        : [{ registryType: 'cargo', identifier, ...(version && { version }), transport: { type: 'stdio' } }],
    }),
    warnings:
      isPrivate || hasProgram(project, file) ? [] : ['The crate has no program, so there is nothing to run.'],
    ...(isPrivate && {
      refusal: {
        saw: '`publish = false`: cargo does not publish this crate.',
        fix: 'Remove `publish = false` and run `cargo publish`, or name an image or an address instead.',
      },
    }),
  }
}

/** `version.workspace = true`: the value is in the workspace, which can be read where it is the same file. */
function inherited(file: unknown, key: string): string | undefined {
  const isInherited = valueAt(file, 'package', key, 'workspace') === true
  return isInherited ? textAt(file, 'workspace', 'package', key) : undefined
}

function hasProgram(project: Project, file: unknown): boolean {
  if (valueAt(file, 'bin') !== undefined || project.list('src').files.includes('main.rs')) return true
  const { files, folders } = project.list('src/bin')
  return files.length + folders.length > 0
}
