import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCall } from './arguments.ts'
import { COMMANDS } from './commands/index.ts'
import { FLAGS } from './flags.ts'
import { Stop } from './stop.ts'

const publish = COMMANDS.find(({ name }) => name === 'publish')!

test('flags may stand anywhere, with and without =', () => {
  const flags = { name: 'a.b/c', yes: true, version: '1.0.0' }
  expect(readCall(publish, ['--name', 'a.b/c', '-y', 'folder', '--version=1.0.0'])).toEqual({
    words: ['folder'],
    flags,
  })
  expect(readCall(publish, ['--', '--yes'])).toEqual({ words: ['--yes'], flags: {} })
})

test('a flag of another command is not known here', () => {
  expect(() => readCall(publish, ['--reason', 'x'])).toThrow(Stop)
})

test('whatever is typed gives a call of the command or a sentence', () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom(...Object.keys(FLAGS)).map((name) => `--${name}`),
  )
  fc.assert(
    fc.property(fc.constantFrom(...COMMANDS), fc.array(word, { maxLength: 5 }), (command, words) => {
      try {
        const { flags } = readCall(command, words)
        expect(Object.keys(FLAGS)).toEqual(expect.arrayContaining(Object.keys(flags)))
      } catch (error) {
        expect(error).toBeInstanceOf(Stop)
      }
    }),
  )
})
