import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { versionFolder } from '../../src/model/tree-path.ts'
import { writeFixture } from './fixture.ts'

const $schema = 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json'

/** How many servers of one publisher say `lantern`. */
export const FLOOD = 16
/** How many other servers say `lantern`, each of another publisher. */
export const OTHERS = 30

/** The fixture with more: a publisher who uploaded many servers at once, and a topic with several pages of results. */
export function writeSearchFixture(root: string): void {
  writeFixture(root)
  for (let index = 0; index < FLOOD; index++) write(root, `io.github.bulk/lantern-${index}`, 'npm')
  for (let index = 0; index < OTHERS; index++)
    write(root, `io.github.keeper-${index}/lantern-${index}`, 'pypi')
  write(root, 'com.lantern/mcp', 'npm')
}

function write(root: string, name: string, registryType: string): void {
  const packages = [
    { registryType, identifier: `pack-${name.length}`, version: '1.0.0', transport: { type: 'stdio' } },
  ]
  const server = { $schema, name, description: 'A lantern that lights the way.', version: '1.0.0', packages }
  const folder = join(root, versionFolder(name, '1.0.0'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'server.json'), `${JSON.stringify(server, null, 2)}\n`)
}
