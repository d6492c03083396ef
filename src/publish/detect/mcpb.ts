import { createHash } from 'node:crypto'
import type { KeyValueInput, Package, Repository } from '../../model/server-json.ts'
import { show } from '../../validate/text/show.ts'
import type { Clue } from '../clue.ts'
import { keysAt, known, textAt, valueAt } from '../loose.ts'
import { oneLine, plainText } from '../plain-text.ts'
import { repositoryFrom } from '../repository.ts'
import { variableFrom } from '../variables.ts'
import { websiteFrom } from '../website.ts'
import { parseJson } from './parse.ts'
import type { Project } from './project.ts'

/** The manifest of an MCP bundle. Browser extensions have a file of the same name. Source: MCPB manifest 0.3. */
export function readMcpb(project: Project, hosted?: Repository): Clue | undefined {
  const text = project.read('manifest.json')
  if (text === undefined) return undefined
  const manifest = parseJson(text)
  if (keysAt(manifest, 'server').length === 0 || textAt(manifest, 'name') === undefined) return undefined
  const version = textAt(manifest, 'version')
  const description = textAt(manifest, 'description')
  const address = textAt(manifest, 'repository') ?? textAt(manifest, 'repository', 'url')
  const repository = repositoryFrom(address) ?? hosted
  const bundle = bundleIn(project, repository, version)
  const variables = settingsOf(manifest)
  return {
    source: 'manifest.json',
    says: plainText(`${textAt(manifest, 'name')}${version ? ` ${version}` : ''} (MCP bundle)`),
    server: known({
      description: description && oneLine(description),
      title: textAt(manifest, 'display_name'),
      repository: repositoryFrom(address),
      version,
      websiteUrl: websiteFrom(textAt(manifest, 'homepage')),
      packages: bundle && [bundle.item],
    }),
    ...(variables.length > 0 && { variables }),
    warnings: [
      bundle?.warning ?? 'The bundle is not here. Pack it, attach it to a release, and start again.',
    ],
  }
}

/** Fits on a desk; what is larger is listed by hand. */
const LARGEST = 64 * 2 ** 20

/** The one bundle in the folder, as the release will have it: its address is a guess, which the warning says. */
function bundleIn(
  project: Project,
  repository: Repository | undefined,
  version: string | undefined,
): { item: Package; warning: string } | undefined {
  const [file, ...more] = project.list('').files.filter((name) => name.endsWith('.mcpb'))
  if (!file || more.length > 0 || repository?.source !== 'github' || version === undefined) return undefined
  const bytes = project.bytes(file, LARGEST)
  if (!bytes) return undefined
  const identifier = `${repository.url}/releases/download/v${encodeURIComponent(version)}/${encodeURIComponent(file)}`
  const fileSha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    item: { registryType: 'mcpb', identifier, version, fileSha256, transport: { type: 'stdio' } },
    warning: `Takes for granted that ${show(file)}, as it is here, is attached to the release ${show(`v${version}`)} on GitHub.`,
  }
}

/** The variables that are filled from what the user is asked, with what the manifest says about the question. */
function settingsOf(manifest: unknown): KeyValueInput[] {
  const environment = valueAt(manifest, 'server', 'mcp_config', 'env')
  const variables = keysAt(environment).map((name) => {
    const key = /^\$\{user_config\.(\w+)\}$/.exec(textAt(environment, name) ?? '')?.[1]
    if (key === undefined) return undefined
    const setting = valueAt(manifest, 'user_config', key)
    const description = textAt(setting, 'description') ?? textAt(setting, 'title')
    const variable = variableFrom(name, known({ description: description && oneLine(description) }))
    if (!variable) return undefined
    if (valueAt(setting, 'required') === true) variable.isRequired = true
    if (valueAt(setting, 'sensitive') === true) variable.isSecret = true
    return variable
  })
  return variables.filter((variable) => variable !== undefined)
}
