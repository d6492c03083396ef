import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../../tests/support/any-text.ts'
import { editorLink } from './editor-link.ts'

const PATH = 'servers/ac/com.acme/weather/1.0.0%2Bbuild/server.json'

describe('the link to the editor', () => {
  test('opens a new file at the root of the branch, with the whole path as its name', () => {
    const { url, carries } = editorLink('acme/registry', PATH, '{ "a": "b & c" }\n', 'release/2026 #1')
    expect(carries).toBe(true)
    expect(url).toBe(
      'https://github.com/acme/registry/new/release/2026%20%231' +
        '?filename=servers%2Fac%2Fcom.acme%2Fweather%2F1.0.0%252Bbuild%2Fserver.json' +
        '&value=%7B+%22a%22%3A+%22b+%26+c%22+%7D%0A',
    )
  })

  test('brings any text to GitHub as it is, signed in or not', () => {
    fc.assert(
      fc.property(anyText(400), fc.stringMatching(/^[\w./+~%-]{1,80}$/), (text, path) => {
        const { url, carries } = editorLink('acme/registry', path, text)
        const signIn = new URL(`https://github.com/login?return_to=${encodeURIComponent(url)}`)
        const arrived = new URL(signIn.searchParams.get('return_to')!)
        expect(arrived.searchParams.get('filename')).toBe(path)
        expect(arrived.searchParams.get('value')).toBe(carries ? text : null)
        expect(signIn.href.length <= 7_500).toBe(true)
      }),
    )
  })

  test('leaves out what is too long for it, to the character', () => {
    const room = longest((size) => editorLink('acme/registry', PATH, 'x'.repeat(size)).carries)
    const signIn = (size: number) =>
      `https://github.com/login?return_to=${encodeURIComponent(editorLink('acme/registry', PATH, 'x'.repeat(size)).url)}`
    expect(signIn(room)).toHaveLength(7_500)
    expect(editorLink('acme/registry', PATH, 'x'.repeat(room + 1)).url).not.toContain('value')
  })

  test('does not carry a text that would arrive as another one', () => {
    expect(editorLink('acme/registry', PATH, 'half \ud83c').carries).toBe(false)
  })
})

/** The largest size that fits, by halving. */
function longest(fits: (size: number) => boolean): number {
  let [most, least] = [0, 10_000]
  while (least - most > 1) {
    const middle = (most + least) >> 1
    if (fits(middle)) most = middle
    else least = middle
  }
  return most
}
