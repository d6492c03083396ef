import { expect, test } from 'vitest'
import { codeHtml } from './code-html.ts'

test('what stands in backticks is code, and nothing is markup', () => {
  expect(codeHtml('Set `"a": <b>` & go.')).toBe('Set <code>&#34;a&#34;: &#60;b&#62;</code> &#38; go.')
})
