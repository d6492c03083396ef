import { expect, test } from 'vitest'
import { parseSource } from './source.ts'

test.each([
  ['https://registry.example', 'https://registry.example'],
  ['https://registry.example/', 'https://registry.example'],
  ['HTTPS://Registry.example/v0', 'https://registry.example'],
  ['https://registry.example/v0.1/', 'https://registry.example'],
  ['https://registry.example/v0.1/servers?limit=5#x', 'https://registry.example'],
  ['https://acme.example/registry/v0.1/servers/', 'https://acme.example/registry'],
  ['https://acme.example/my-v0', 'https://acme.example/my-v0'],
  ['http://127.0.0.1:4321', 'http://127.0.0.1:4321'],
])('%s is the registry %s', (from, base) => {
  expect(parseSource(from)).toEqual({ kind: 'url', name: base, base })
})

test('of a file only the name is kept', () => {
  expect(parseSource('/home/me/dump.ndjson.gz')).toEqual({
    kind: 'file',
    name: 'dump.ndjson.gz',
    path: '/home/me/dump.ndjson.gz',
  })
  expect(parseSource('C:\\dump.json').kind).toBe('file')
})

test.each(['ftp://registry.example', 'file:///etc/passwd', 'https://me:secret@registry.example', 'https://'])(
  '%s is refused',
  (from) => {
    expect(() => parseSource(from)).toThrow(expect.objectContaining({ code: 'R615' }))
  },
)
