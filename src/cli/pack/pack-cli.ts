import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packageJson from '../../../package.json' with { type: 'json' }
import { codeKey } from '../../site/reuse/code-key.ts'
import type { RegistryTarget } from '../target.ts'
import { licencesText } from './bundled-packages.ts'
import { keptBundle } from './kept-bundle.ts'
import { tarball } from './tarball.ts'

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))
const CACHE = join(PROJECT, 'node_modules/.cache/mcp-git-registry')
const PROGRAM = 'mcp-git.js'

/**
 * The program as an npm package (.tgz) that knows its registry: `npx <url>cli.tgz publish`. It has no dependencies and
 * runs nothing when it is installed. The same code and target give the same bytes.
 */
export async function packCli(target: RegistryTarget): Promise<Uint8Array> {
  const { code, packages } = await keptBundle(join(CACHE, 'cli.json'), codeKey(PROJECT))
  const build = createHash('sha256').update(code).update(toJson(target)).digest('hex').slice(0, 10)
  const files = {
    'package.json': toJson(packageOf(target, build)),
    [PROGRAM]: code,
    'registry.json': toJson(target),
    'README.md': readmeOf(target),
    LICENSE: readFileSync(join(PROJECT, 'LICENSE'), 'utf8'),
    'LICENSES.txt': licencesText(packages),
  }
  return tarball(files, PROGRAM)
}

/** Also served beside the package, for copies that came from another registry. */
export function toJson(content: object): string {
  return `${JSON.stringify(content, undefined, 2)}\n`
}

/**
 * Under one name, npx would run the first copy that it has got from an address for ever, whatever the address gives
 * today.
 */
function packageOf({ title, url }: RegistryTarget, build: string): object {
  return {
    name: `mcp-git-${build}`,
    version: packageJson.version,
    description: `Publishes Model Context Protocol servers to ${title}.`,
    homepage: url,
    license: packageJson.license,
    type: 'module',
    bin: { 'mcp-git': PROGRAM },
    engines: { node: '>=20.12' },
  }
}

function readmeOf({ title, url }: RegistryTarget): string {
  return `# mcp-git

Publishes Model Context Protocol servers to ${title}, ${url}

    npx ${url}cli.tgz publish
`
}
