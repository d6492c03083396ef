import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonLines } from './json-lines.ts'
import { linesHtml } from './lines-html.ts'

const many = Object.fromEntries([...'abcdefghij'].map((key) => [key, 1]))

test('changed lines carry a sign and a word, unchanged ones are folded', () => {
  expect(linesHtml(jsonLines({ ...many, z: 1 }, { ...many, z: 2 }))).toMatchInlineSnapshot(
    `"<details><summary>8 unchanged lines</summary><ol class="same"><li><code>{</code></li><li><code>  &#34;a&#34;: 1,</code></li><li><code>  &#34;b&#34;: 1,</code></li><li><code>  &#34;c&#34;: 1,</code></li><li><code>  &#34;d&#34;: 1,</code></li><li><code>  &#34;e&#34;: 1,</code></li><li><code>  &#34;f&#34;: 1,</code></li><li><code>  &#34;g&#34;: 1,</code></li></ol></details><ol class="same"><li><code>  &#34;h&#34;: 1,</code></li><li><code>  &#34;i&#34;: 1,</code></li><li><code>  &#34;j&#34;: 1,</code></li></ol><ol class="removed"><li><b aria-hidden="true">−</b><span class="unseen">removed: </span><code>  &#34;z&#34;: 1</code></li></ol><ol class="added"><li><b aria-hidden="true">+</b><span class="unseen">added: </span><code>  &#34;z&#34;: 2</code></li></ol><ol class="same"><li><code>}</code></li></ol>"`,
  )
})

test('equal documents are one fold', () => {
  expect(linesHtml(jsonLines(many, many))).toMatch(
    /^<details><summary>12 unchanged lines<\/summary><ol class="same">/,
  )
})

test('documents with nothing in common are shown one after the other', () => {
  const numbers = (from: number) => Array.from({ length: 3000 }, (_, index) => from + index)
  expect(jsonLines(numbers(0), numbers(10_000)).map(({ type }) => type)).toEqual(['removed', 'added'])
})

test('no line becomes markup, and both documents can be read back', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('</code><script>', '\u202e', '\n', '&amp;'))
  const value = fc.array(fc.dictionary(text, text, { maxKeys: 3 }), { maxLength: 4 })
  fc.assert(
    fc.property(value, value, (before, after) => {
      const runs = jsonLines(before, after)
      const readBack = (side: 'removed' | 'added'): unknown =>
        JSON.parse(
          runs.flatMap(({ type, lines }) => (type === 'same' || type === side ? lines : [])).join('\n'),
        )
      expect(JSON.stringify(readBack('removed'))).toBe(JSON.stringify(JSON.parse(JSON.stringify(before))))
      expect(JSON.stringify(readBack('added'))).toBe(JSON.stringify(JSON.parse(JSON.stringify(after))))
      const tags = new Set(linesHtml(runs).match(/<\/?[^ >]+/g))
      expect([...tags].every((tag) => /^<\/?(ol|li|b|span|code|details|summary)$/.test(tag))).toBe(true)
    }),
  )
})
