import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileWord } from '../testing/hostile-word.ts'
import { runInShell } from '../testing/run-in-shell.ts'
import { isPrintable } from './printable.ts'
import { posixCommand, quotePosix } from './quote-posix.ts'
import { powershellCommand, quotePowershell } from './quote-powershell.ts'

const words = fc.array(hostileWord, { minLength: 1, maxLength: 4 })

describe('POSIX shells', () => {
  test('quote what is not plain', () => {
    expect(['@acme/x@1.2.3', 'a=b', 'a b', "it's", '', '=ls', '~', '$HOME'].map(quotePosix)).toEqual([
      ...['@acme/x@1.2.3', 'a=b', "'a b'", "'it'\\''s'", "''", "'=ls'", "'~'", "'$HOME'"],
    ])
  })

  test.each(['bash', 'dash'] as const)('%s gives the tool the words as they are', (shell) => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 10, maxLength: 10 }), (commands) => {
        // NUL and halves of characters cannot be in a word, everything else can.
        const whole = commands.map((each) => each.map((word) => word.replaceAll('\0', '').toWellFormed()))
        const lines = whole.map((each) => ['claude', ...each].map(quotePosix).join(' '))
        expect(runInShell(shell, lines)).toEqual(whole.map((each) => ['claude', ...each]))
      }),
      { numRuns: 40 },
    )
  })

  test('give no command with anything that people cannot see', () => {
    for (const word of ['a\nb', 'a\u0000', '\u001b[2J', 'a\u202eb', '\u200b', '\ufeff', '\ud800', '\u2028'])
      expect(posixCommand(['claude', word]), JSON.stringify(word)).toBeUndefined()
    expect(posixCommand(['claude', 'é🧨'])).toBe("claude 'é🧨'")
  })

  test('fish, too, gives the words as they are', () => {
    fc.assert(
      fc.property(hostileWord, (word) => {
        expect(readFishWord(quotePosix(word))).toBe(word)
      }),
    )
  })
})

describe('PowerShell', () => {
  test('gives the words as they are', () => {
    fc.assert(
      fc.property(words, (each) => {
        expect(readPowershellWords(each.map(quotePowershell).join(' '))).toEqual(each)
      }),
    )
  })

  test('quotes what it gives a meaning to', () => {
    expect(powershellCommand(['claude', '-y', '--scope', '--', '@acme/x@1', '1kb', '${KEY}'])).toBe(
      "claude -y --scope '--' '@acme/x@1' '1kb' '${KEY}'",
    )
  })

  test('gives no command with what cmd.exe or the rules for arguments could change', () => {
    for (const character of '&|<>^%!"\'\n\u2018\u2019\u201a\u201b`;()*')
      expect(powershellCommand(['npx', `a${character}b`]), character).toBeUndefined()
    expect(powershellCommand(['npx', ''])).toBeUndefined()
    expect(powershellCommand(['npx', 'C:\\My Files\\'])).toBeUndefined()
    expect(powershellCommand(['npx', 'C:\\Files'])).toBe("npx 'C:\\Files'")
  })

  test('gives only commands of words that people can see', () => {
    fc.assert(
      fc.property(words, (each) => {
        const command = powershellCommand(each)
        if (command === undefined) return
        expect(readPowershellWords(command)).toEqual(each)
        expect(isPrintable(command)).toBe(true)
      }),
    )
  })
})

/**
 * A reader of its own for what PowerShell's language specification says of a single-quoted string, because PowerShell
 * is not among the tools of the tests: it runs from one of the characters that count as a single quote to the next, and
 * two of them in a row are one in the text.
 */
function readPowershellWords(line: string): string[] {
  const isQuote = (character: string | undefined): boolean => /['\u2018-\u201b]/.test(character ?? '')
  const found: string[] = []
  let at = 0
  while (at < line.length) {
    let word = ''
    if (isQuote(line[at])) {
      for (at++; !isQuote(line[at]) || isQuote(line[at + 1]); at++) {
        if (at >= line.length) throw new Error('The string does not end.')
        if (isQuote(line[at])) at++
        word += line[at]
      }
      at++
    } else for (; at < line.length && line[at] !== ' '; at++) word += bare(line[at]!)
    if (at < line.length && line[at++] !== ' ') throw new Error('Something stands behind a string.')
    found.push(word)
  }
  return found
}

function bare(character: string): string {
  if (!/[A-Za-z0-9._-]/.test(character)) throw new Error(`${character} has a meaning outside of strings.`)
  return character
}

/** The same for fish: inside of single quotes `\\` and `\'` are escapes, outside a backslash takes the next one. */
function readFishWord(text: string): string {
  let word = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const escapes = isQuoted ? /['\\]/.test(text[at + 1] ?? '') : true
    if (text[at] === '\\' && escapes) word += text[++at]
    else if (text[at] === "'") isQuoted = !isQuoted
    else if (!isQuoted && !/[A-Za-z0-9_@%+=:,./-]/.test(text[at]!)) throw new Error('Not quoted.')
    else word += text[at]
  }
  if (isQuoted) throw new Error('The string does not end.')
  return word
}
