import { expect, test } from 'vitest'
import { jsonHtml } from './json-html.ts'

test('tells keys from texts and escapes both', () => {
  expect(jsonHtml({ 'a"<': ['x":1', 2, null] }).html).toBe(
    [
      '{',
      '  <b>&#34;a\\&#34;&#60;&#34;</b>: [',
      '    <i>&#34;x\\&#34;:1&#34;</i>,',
      '    2,',
      '    null',
      '  ]',
      '}',
    ].join('\n'),
  )
})

test('shows characters that hide', () => {
  expect(jsonHtml('a\u202eb').html).toBe('<i>&#34;a\\u202eb&#34;</i>')
})

test('cuts what nobody reads to its end', () => {
  const { html, isCut } = jsonHtml(Array.from({ length: 1000 }, () => 'twenty-two characters.'))
  expect(isCut).toBe(true)
  expect(html.split('\n')).toHaveLength(200)
  expect(jsonHtml('one long line '.repeat(10_000)).html.length).toBeLessThan(21_000)
})
