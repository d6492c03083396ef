import { expect, test } from 'vitest'
import { upstreamJsonText } from './files.ts'

test('versions stand in byte order, numbers and odd names too', () => {
  const meta = {
    status: 'active',
    publishedAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  } as const
  const versions = Object.fromEntries(
    ['2', '10', '1.0.0', '__proto__', 'º'].map((version) => [version, meta]),
  )
  const text = upstreamJsonText({ source: 'https://registry.example', versions })
  expect([...text.matchAll(/^ {4}"(.*)": \{$/gm)].map(([, version]) => version)).toEqual([
    '1.0.0',
    '10',
    '2',
    '__proto__',
    'º',
  ])
  expect(JSON.parse(text)).toEqual({ source: 'https://registry.example', versions })
})
