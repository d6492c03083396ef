import { describe, expect, test } from 'vitest'
import { addressOf, hostOf, safeLines, safeText, safeUrl, visibleJson } from './safe-text.ts'

describe('text', () => {
  test('keeps ordinary text, accents, joined emoji and scripts written from the right', () => {
    for (const text of ['Weather, alerts & radar', 'Größe', '👩‍💻 tools', 'کتاب‌ها', 'שלום'])
      expect(safeText(text)).toBe(text)
  })

  test('takes out what turns the direction of text', () => {
    expect(safeText('safe\u202etxt.exe\u202c \u2066a\u2069\u200f')).toBe('safetxt.exe a')
  })

  test('takes out what nobody sees', () => {
    expect(safeText('pay\u200bpal\ufeff \u{e0041}\u00ad!')).toBe('paypal !')
  })

  test('makes one line of controls and line ends', () => {
    expect(safeText(' a\u0000b\r\nc\u2028d\u009b ')).toBe('a b c d')
  })

  test('mends half characters', () => {
    expect(safeText('a\ud800b')).toBe('a\ufffdb')
  })

  test('splits lines and drops empty ones', () => {
    expect(safeLines('one\r\n\n two\u202e\rthree')).toEqual(['one', 'two', 'three'])
  })
})

describe('links', () => {
  test('only https becomes a link', () => {
    expect(safeUrl('https://example.com/a b')).toBe('https://example.com/a%20b')
    for (const url of [
      undefined,
      '',
      'example.com',
      '//example.com',
      'http://example.com',
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      ' \u0001javascript:alert(1)',
      'https://paypal.com@evil.example/',
      'https://a:b@evil.example/',
    ])
      expect(safeUrl(url), String(url)).toBeUndefined()
  })

  test('names the host, a look-alike in its true letters', () => {
    expect(hostOf('https://www.example.com:8443/x')).toBe('example.com:8443')
    expect(hostOf('https://\u0430pple.com/')).toBe('xn--pple-43d.com')
    expect(addressOf('https://github.com/acme/x/?y#z')).toBe('github.com/acme/x')
  })
})

test('JSON shows hidden characters and stays the same document', () => {
  const value = { text: 'a\u202eb\u{e0041}"\\' }
  const shown = visibleJson(JSON.stringify(value))
  expect(shown).toBe('{"text":"a\\u202eb\\udb40\\udc41\\"\\\\"}')
  expect(JSON.parse(shown)).toEqual(value)
})
