import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readStatus } from '../catalog/statement.ts'
import { statusChange } from './status-change.ts'

const name = 'io.github.alice/weather'

test('is about one version, or about all', () => {
  expect(statusChange({ name, status: 'deprecated', reason: 'Old.', movedTo: 'com.acme/weather' })).toEqual({
    path: 'servers/al/io.github.alice/weather/status.md',
    text: '---\nstatus: deprecated\nmovedTo: com.acme/weather\n---\n\nOld.\n',
  })
  expect(statusChange({ name, version: '1.0.0+a', status: 'active' })).toEqual({
    path: 'servers/al/io.github.alice/weather/1.0.0%2Ba/status.md',
    text: '---\nstatus: active\n---\n',
  })
})

test('whatever the reason holds, the registry reads it as it was meant', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('---\n', '\r\n', 'status: active\n'),
  )
  const reason = fc.array(unit, { maxLength: 8 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(reason, fc.constantFrom('deprecated', 'deleted'), (text, status) => {
      const change = statusChange({ name, status, reason: text })
      const message = text.replaceAll(/\r\n?/g, '\n').trim()
      expect(readStatus(change.path, Buffer.from(change.text))).toEqual({
        statement: { status, ...(message && { message }) },
      })
    }),
  )
})

describe('what the registry would refuse is refused', () => {
  test.each([
    ['a name that is none', { name: '../x', status: 'deleted' as const }, 'R111'],
    ['a successor that is none', { name, status: 'deleted' as const, movedTo: 'x: y' }, 'R111'],
    ['a long reason', { name, status: 'deleted' as const, reason: 'x'.repeat(501) }, 'R112'],
    ['a reason to be active', { name, status: 'active' as const, reason: 'Why not.' }, 'R113'],
  ])('%s', (_, change, code) => {
    expect(() => statusChange(change)).toThrow(
      expect.objectContaining({ code, fix: expect.stringMatching(/\S/) }),
    )
  })
})
