import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutOf } from './layout.ts'

const plain = (_style: string, text: string): string => text

test('no text writes to the terminal, and lines of words are 80 columns wide at most', () => {
  const words = fc
    .array(fc.string({ maxLength: 12, unit: 'binary' }), { maxLength: 40 })
    .map((each) => each.join(' '))
  fc.assert(
    fc.property(words, fc.constantFrom('' as const, '│ ' as const), (text, rule) => {
      const { fact, mark, say, lines } = layoutOf(plain, rule)
      const shown = [fact('Found', 'package.json', text), mark('!', 'R401', text), say(text), lines(text)]
      expect(shown.join('')).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/)
      for (const line of shown.slice(0, 3).join('\n').split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    }),
    { numRuns: 40 },
  )
})

test('a long word keeps its distance, and a narrow terminal is not written over its edge', () => {
  expect(layoutOf(plain, '').mark('!', 'pyproject.toml', 'It is old.')).toBe('! pyproject.toml  It is old.')
  const { fact, mark, say } = layoutOf(plain, '│ ', 40)
  const text = 'words that are short and many, and go on for a good while until the line is over'
  const shown = [fact('Found', 'package.json', text), mark('!', 'R401', text), say(text)].join('\n')
  for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(40)
  expect(shown).toContain('\n│   ')
})

test('colour does not count into the columns', () => {
  const coloured = layoutOf((_style, text) => `<${text}>`, '│ ')
  expect(coloured.mark('✓', 'name', 'you are acme')).toBe('<│ ><✓> name      you are acme')
  expect(coloured.fact('Found', 'npm', 'x')).toBe('<│ ><Found    ><npm             >x')
})
