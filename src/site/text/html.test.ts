import { expect, test } from 'vitest'
import { breakable, escapeHtml, markWords, nameHtml } from './html.ts'

test('escapes everything that HTML gives a meaning to', () => {
  expect(escapeHtml(`<a href="x" on='y'>&`)).toBe('&#60;a href=&#34;x&#34; on=&#39;y&#39;&#62;&#38;')
})

test('offers breaks between the parts of a name, and none at its end', () => {
  expect(breakable('io.github.a-b_c')).toBe('io.<wbr>github.<wbr>a-<wbr>b_<wbr>c')
  expect(breakable('https://x/')).toBe('https://<wbr>x/')
  expect(breakable('<b>.x')).toBe('&#60;b&#62;.<wbr>x')
})

test('sets the namespace apart from the name', () => {
  expect(nameHtml('com.acme/x')).toBe('<span class="ns">com.<wbr>acme/</span><wbr><b>x</b>')
})

test('marks what was looked for at the start of words, and escapes the rest', () => {
  expect(markWords('Post <b> & Postgres, compost', ['post'])).toBe(
    '<mark>Post</mark> &#60;b&#62; &#38; <mark>Post</mark>gres, compost',
  )
  expect(markWords('c++ (x)', ['c++', '('])).toBe('<mark>c++</mark> <mark>(</mark>x)')
  expect(markWords('<', [])).toBe('&#60;')
})
