import { expect, test } from 'vitest'
import { serveDns } from '../../../tests/support/dns-server.ts'
import { systemDns } from './system-dns.ts'
import { Unreachable } from './unreachable.ts'

const server = await serveDns({
  'acme.example': ['v=spf1 -all', ['v=MCPv1; k=ed25519;', ' p=abc']],
  'bare.example': [],
  'broken.example': 'servfail',
  'silent.example': 'silence',
})
const dns = systemDns({ servers: [server], timeoutMs: 100 })

test('the strings of one record are one text', async () => {
  expect(await dns.txt('acme.example')).toEqual(['v=spf1 -all', 'v=MCPv1; k=ed25519; p=abc'])
})

test.each(['bare.example', 'nowhere.example', 'not a name..example'])('%s says nothing', async (domain) => {
  expect(await dns.txt(domain)).toEqual([])
})

test.each([
  ['broken.example', 'ESERVFAIL'],
  ['silent.example', 'ETIMEOUT'],
])('%s is no answer', async (domain, code) => {
  const failure = await dns.txt(domain).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Unreachable)
  expect((failure as Error).message).toBe(`DNS did not say which TXT records \`${domain}\` has (${code}).`)
})
