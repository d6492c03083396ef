import { expect, test } from 'vitest'
import { routeTo } from './destinations.ts'
import { OutOfReach } from './out-of-reach.ts'

const ANYWHERE = { allows: () => true, trusted: ['http://mirror.example:4873/npm/'] }

test.each([
  ['http://pypi.org/', 'it does not use https'],
  ['ftp://pypi.org/', 'it does not use https'],
  ['file:///etc/passwd', 'it does not use https'],
  ['https://pypi.org:8443/', 'it has a port of its own'],
  ['https://pypi.org@evil.example/', 'it has a user name in it'],
  ['https://127.0.0.1/', 'it is not on the public internet'],
  ['https://127.1/', 'it is not on the public internet'],
  ['https://0x7f000001/', 'it is not on the public internet'],
  ['https://2130706433/', 'it is not on the public internet'],
  ['https://0177.0.0.1/', 'it is not on the public internet'],
  ['https://169.254.169.254/latest/meta-data/', 'it is not on the public internet'],
  ['https://１２７.0.0.1/', 'it is not on the public internet'],
  ['https://[::1]/', 'it is not on the public internet'],
  ['https://[::ffff:127.0.0.1]/', 'it is not on the public internet'],
  ['https://[64:ff9b::7f00:1]/', 'it is not on the public internet'],
  ['http://mirror.example/', 'it does not use https'],
  ['http://user@mirror.example:4873/', 'it has a user name in it'],
])('%s is refused: %s', (url, why) => {
  expect(() => routeTo(new URL(url), ANYWHERE)).toThrow(why)
  expect(() => routeTo(new URL(url), ANYWHERE)).toThrow(OutOfReach)
})

test('hosts are those that the policy names', () => {
  const allows = (url: URL): boolean => url.host === 'pypi.org'
  expect(routeTo(new URL('https://pypi.org/pypi/x/json'), { allows })).toBe('public')
  for (const host of ['pypi.org.evil.example', 'evil.example', 'xpypi.org', 'pypi.org.']) {
    expect(() => routeTo(new URL(`https://${host}/`), { allows })).toThrow(
      'this registry does not fetch anything from that host',
    )
  }
})

test("the operator's own origin may be private, but nobody else leads there", () => {
  const mirror = new URL('http://mirror.example:4873/anything')
  expect(routeTo(mirror, ANYWHERE)).toBe('trusted')
  expect(routeTo(mirror, ANYWHERE, 'trusted')).toBe('trusted')
  expect(() => routeTo(mirror, ANYWHERE, 'public')).toThrow(OutOfReach)
})
