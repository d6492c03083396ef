import type { Clue, Refusal } from './clue.ts'
import { keysAt, known, textAt, valueAt } from './loose.ts'
import { oneLine, plainText } from './plain-text.ts'
import { repositoryFrom } from './repository.ts'
import { websiteFrom } from './website.ts'

/** What a `package.json` says, in a folder or as npm gives it back. */
export function clueFromNpmManifest(manifest: unknown, source: string): Clue {
  const identifier = textAt(manifest, 'name')
  const version = textAt(manifest, 'version')
  const description = textAt(manifest, 'description')
  const directory = textAt(manifest, 'repository', 'directory')
  const address = textAt(manifest, 'repository') ?? textAt(manifest, 'repository', 'url')
  const refusal = refusalOf(manifest, identifier)
  return {
    source,
    says: plainText(identifier ? `${identifier}${version ? ` ${version}` : ''} (npm)` : 'no name'),
    server: known({
      name: textAt(manifest, 'mcpName'),
      description: description && oneLine(description),
      repository: repositoryFrom(address, directory),
      version,
      websiteUrl: websiteFrom(textAt(manifest, 'homepage')),
      packages:
        identifier && !refusal
          ? [{ registryType: 'npm', identifier, ...(version && { version }), transport: { type: 'stdio' } }]
          : undefined,
    }),
    warnings: identifier && !refusal ? commandWarnings(manifest, identifier) : [],
    ...(refusal && { refusal }),
  }
}

function refusalOf(manifest: unknown, name: string | undefined): Refusal | undefined {
  if (valueAt(manifest, 'private') !== true) return undefined
  const workspaces = valueAt(manifest, 'workspaces') ?? []
  const isRoot = keysAt(workspaces).length > 0 || (Array.isArray(workspaces) && workspaces.length > 0)
  return {
    saw: '`"private": true`: npm does not publish this package.',
    fix: isRoot
      ? 'Go into the folder of the package that is published, and start again there.'
      : name
        ? 'Remove `"private": true` and run `npm publish`, or name an image or an address instead.'
        : 'Name a package, an image or an address instead.',
  }
}

/** npx runs the one command of a package, or the one that is called like it. */
function commandWarnings(manifest: unknown, identifier: string): string[] {
  const bin = valueAt(manifest, 'bin')
  const commands = typeof bin === 'string' ? [identifier] : keysAt(bin)
  const called = identifier.slice(identifier.lastIndexOf('/') + 1)
  if (commands.length === 0) return ['The package has no command (`bin`), so npx cannot run it.']
  if (commands.length === 1 || commands.includes(called)) return []
  const shown = plainText(called)
  return [
    `The package has ${commands.length} commands and none is called \`${shown}\`, so npx cannot tell which to run.`,
  ]
}
