import { expect, test } from 'vitest'
import { serverText } from '../../tests/support/registry-files.ts'
import { readProposals, writeProposals, type Proposal } from './proposal.ts'
import { pullBody } from './pull-body.ts'

const PROPOSAL: Proposal = {
  name: 'io.github.alice/weather',
  version: '1.1.0',
  repository: 'alice/weather-mcp',
  tag: 'v1.1.0',
  commit: 'c0ffee'.padEnd(40, '0'),
  origin: '`server.json` of the release',
  text: serverText('io.github.alice/weather', '1.1.0', {
    remotes: [{ type: 'streamable-http', url: 'https://weather.example/mcp' }],
  }),
}

test('proposals are read as they were written', () => {
  expect(readProposals(writeProposals([PROPOSAL]))).toEqual([PROPOSAL])
})

test.each<[string, unknown]>([
  ['another server', { name: 'io.github.victim/weather' }],
  ['another version', { version: '../../9.9.9' }],
  ['a file that nobody could publish', { text: '{}' }],
  ['no text', { text: 7 }],
])('a proposal with %s is refused', (_, more) => {
  const text = writeProposals([{ ...PROPOSAL, ...(more as object) }])
  expect(() => readProposals(text)).toThrow('The file of proposals cannot be used.')
})

test('the pull request says where the version comes from, and how to stop it', async () => {
  await expect(pullBody(PROPOSAL)).toMatchFileSnapshot('golden/pull-body.md')
})

test('a hostile tag stays code', () => {
  const body = pullBody({
    ...PROPOSAL,
    tag: 'v1`@everyone\n# Big <img src=x>',
    origin: '`a`\n@everyone #1 <b>',
  })
  expect(body).not.toMatch(/^# Big/m)
  expect(body.split('\n')).toHaveLength(pullBody(PROPOSAL).split('\n').length)
  expect(body).toContain('`v1\\u{60}@everyone\\u{a}# Big <img src=x>`')
  expect(body).not.toMatch(/[^`]@everyone #1/)
})
