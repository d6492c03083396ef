import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitCommand } from './split-command.ts'

test.each([
  [`aws kms  sign --key 'alias/my key'`, ['aws', 'kms', 'sign', '--key', 'alias/my key']],
  [`"C:\\Program Files\\sign.exe" a\\ b \\"c\\"`, ['C:\\Program Files\\sign.exe', 'a b', '"c"']],
  [`C:\\sign.exe x"y"'z'""`, ['C:\\sign.exe', 'xyz']],
  [`sign ''`, ['sign', '']],
])('the command %s is split as it reads', (command, words) => {
  expect(splitCommand(command)).toEqual(words)
})

test('what is quoted comes out as it went in', () => {
  const quoted = (word: string): string => `"${word.replace(/["\\]/g, '\\$&')}"`
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }), (words) => {
      expect(splitCommand(words.map(quoted).join(' \t'))).toEqual(words)
    }),
  )
})
