import sax from 'sax'
import type { Clue } from '../clue.ts'
import { known } from '../loose.ts'
import { oneLine, plainText } from '../plain-text.ts'
import { repositoryFrom } from '../repository.ts'
import { websiteFrom } from '../website.ts'
import { BadFile } from './bad-file.ts'
import type { Project } from './project.ts'
import { nameInReadme } from './readme.ts'

/** Project files, at the top and one or two folders below. */
export function csprojFiles(project: Project): string[] {
  const top = foldersBelow(project, '', 2)
  const paths = top.flatMap((folder) => project.list(folder).files.map((name) => `${folder}${name}`))
  return paths.filter((path) => path.endsWith('.csproj')).slice(0, 20)
}

const IGNORED = /^(?:\.|bin$|obj$|node_modules$|tests?$)/i

function foldersBelow(project: Project, folder: string, depth: number): string[] {
  if (depth === 0) return [folder]
  const { folders } = project.list(folder)
  const below = folders.filter((name) => !IGNORED.test(name)).slice(0, 50)
  return [folder, ...below.flatMap((name) => foldersBelow(project, `${folder}${name}/`, depth - 1))]
}

/** A package of the type `McpServer`; `undefined` for any other project. Source: NuGet, pack targets, package types. */
export function readCsproj(project: Project, path: string): Clue | undefined {
  const text = project.read(path)
  if (text === undefined) return undefined
  const properties = propertiesOf(text)
  const get = (name: string): string | undefined => {
    const value = properties.get(name)
    // `$(Other)` is worked out by MSBuild.
    return value && !value.includes('$(') ? value : undefined
  }
  if (!/(?:^|;)\s*mcpserver\s*(?:[;,]|$)/i.test(properties.get('PackageType') ?? '')) return undefined
  const identifier =
    get('PackageId') ?? get('AssemblyName') ?? path.slice(path.lastIndexOf('/') + 1, -'.csproj'.length)
  const version = get('PackageVersion') ?? get('Version') ?? get('VersionPrefix')
  const description = get('Description') ?? get('PackageDescription')
  return {
    source: path,
    says: plainText(`${identifier}${version ? ` ${version}` : ''} (NuGet)`),
    server: known({
      name: nameInReadme(project, readmePath(path, get('PackageReadmeFile'))),
      description: description && oneLine(description),
      title: get('Title'),
      repository: repositoryFrom(get('RepositoryUrl')),
      version,
      websiteUrl: websiteFrom(get('PackageProjectUrl')),
      packages: [
        { registryType: 'nuget', identifier, ...(version && { version }), transport: { type: 'stdio' } },
      ],
    }),
    warnings: version ? [] : ['The version is made when the package is built, so it has to be given.'],
  }
}

function readmePath(path: string, readme = 'README.md'): string {
  return `${path.slice(0, path.lastIndexOf('/') + 1)}${readme}`
}

/** The texts of all properties; of several with one name the last, as MSBuild has it where no condition decides. */
function propertiesOf(text: string): Map<string, string> {
  const properties = new Map<string, string>()
  const path: string[] = []
  const parser = sax.parser(true, { trim: true })
  parser.onopentag = ({ name }) => void path.push(name)
  parser.onclosetag = () => void path.pop()
  parser.ontext = (value) => {
    if (path.length === 3 && path[1] === 'PropertyGroup') properties.set(path[2]!, oneLine(value))
  }
  parser.onerror = () => {
    throw new BadFile(`is not XML (line ${parser.line + 1}, column ${parser.column})`)
  }
  parser.write(text).close()
  return properties
}
