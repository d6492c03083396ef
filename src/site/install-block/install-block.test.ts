import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Entry } from '../../model/entry.ts'
import type { ServerJson } from '../../model/server-json.ts'
import type { Status } from '../../model/status.ts'
import { CLIENTS } from '../install/clients/index.ts'
import { installBlock } from './install-block.ts'

function block(parts: Partial<ServerJson>, status: Status = 'active'): string {
  const server: ServerJson = { name: 'com.acme/search', description: 'Finds.', version: '1.2.3', ...parts }
  const official = { status, statusChangedAt: 0, publishedAt: 0, updatedAt: 0, isLatest: true }
  const entry: Entry = { name: server.name, version: '1.2.3', server, official, provenance: {} }
  return installBlock(entry, 'https://registry.example/')
}

const remote = (index: number) => ({ type: 'streamable-http', url: `https://r${index}.acme.example/mcp` })
const npm = (identifier: string) => ({
  registryType: 'npm',
  identifier,
  version: '1.2.3',
  transport: { type: 'stdio' },
})

test('a server that offers nothing has no block', () => {
  expect(block({})).toBe('')
})

test('remotes are offered before packages, and the first of all is chosen', () => {
  const html = block({ packages: [npm('@acme/search')], remotes: [remote(0)] })
  expect(
    [...html.matchAll(/name="how" value="([^"]+)"( checked)?/g)].map(([, key, on]) => [key, on]),
  ).toEqual([
    ['remote-0', ' checked'],
    ['package-0', undefined],
  ])
})

test('one option needs no choice; of thirty the most are folded', () => {
  expect(block({ remotes: [remote(0)] })).not.toContain('name="how"')
  const many = block({ remotes: Array.from({ length: 30 }, (_, index) => remote(index)) })
  expect(many).toContain('<summary>24 more</summary>')
  expect(many.match(/data-option=/g)).toHaveLength(30)
  expect(many.match(/class="steps /g)).toHaveLength(2)
})

test('facts of a package can be read and looked up', () => {
  const html = block({ packages: [{ ...npm('@acme/search'), fileSha256: 'ab12' }] })
  expect(html).toContain('<dt>SHA-256</dt><dd>ab12</dd>')
  expect(html).toContain('<dt>Talks over</dt><dd>standard input and output</dd>')
  expect(html).toMatch(/<dt>Page<\/dt><dd><a href="https:\/\/[^"]+\/package\/@acme\/search\/v\/1\.2\.3"/)
})

test('a deprecated server is folded', () => {
  expect(block({ remotes: [remote(0)] }, 'deprecated')).toMatch(
    /<h2 id="install">Install<\/h2><details><summary>/,
  )
})

test('the style sheet knows every client', () => {
  const css = readFileSync(new URL('../../styles/install.css', import.meta.url), 'utf8')
  for (const { id } of CLIENTS) expect(css).toContain(`:has([value='${id}']:checked) .c-${id}`)
})
