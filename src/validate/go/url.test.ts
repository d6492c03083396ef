import { expect, test } from 'vitest'
import { hostnameOf, parseGoUrl } from './url.ts'

test.each([
  ['https://Example.com:99999/a?b#c', 'https', 'Example.com:99999'],
  ['https:foo', 'https', ''],
  ['foo', '', ''],
  ['//host/x', '', 'host'],
  ['https://[::1]:80/', 'https', '[::1]:80'],
  ['https://a.b/{x} y', 'https', 'a.b'],
  ['HTTPS://a', 'https', 'a'],
  ['', '', ''],
])('%s is read', (text, scheme, host) => expect(parseGoUrl(text).url).toMatchObject({ scheme, host }))

test.each([
  ['ht tp://x', 'first path segment in URL cannot contain colon'],
  ['://x', 'missing protocol scheme'],
  ['%zz', 'invalid URL escape "%zz"'],
  ['https://exa mple.com', 'invalid character " " in host name'],
  ['https://a:b/', 'invalid port ":b" after host'],
  ['https://[::1', "missing ']' in host"],
  ['https://a\tb', 'net/url: invalid control character in URL'],
  ['https://{x}.com', 'invalid character "{" in host name'],
  ['https://a b@c', 'net/url: invalid userinfo'],
])('%s is refused', (text, error) => expect(parseGoUrl(text).error).toContain(error))

test('a host name has neither port nor brackets', () => {
  expect(
    ['https://[::1]:80', 'https://a.b:80', 'https://a.b'].map((text) => hostnameOf(parseGoUrl(text).url!)),
  ).toEqual(['::1', 'a.b', 'a.b'])
})
