import { expect, test } from 'vitest'
import type { Client, InstallOption, Instruction } from '../install/types.ts'
import { everyClientHtml } from './every-client.ts'

const option: InstallOption = {
  key: 'remote-0',
  kind: 'remote',
  label: 'remote',
  identifier: 'https://acme.example/',
  fields: [],
  launch: { type: 'http', url: ['https://acme.example/'], headers: [] },
}
const context = { name: 'com.acme/x', version: '1.0.0', description: '', registryUrl: 'https://r.example/' }

function html(told: Readonly<Record<string, Instruction[]>>): string {
  const clients = Object.entries(told).map(([id, steps]): Client => ({
    id,
    label: id,
    instructions: () => steps,
  }))
  return everyClientHtml(clients, option, context)
}

const file = (path: string, text = '{}'): Instruction => ({ type: 'file', path, language: 'json', text })

test('clients that are told the same share it, each with the place of its own file', () => {
  expect(html({ a: [file('~/a')], b: [file('~/b')], c: [file('~/a')], d: [file('~/d', '[]')] })).toBe(
    '<div class="c-a c-b c-c"><figure><figcaption>' +
      '<span class="c-a c-c"><code>~/a</code></span><span class="c-b"><code>~/b</code></span></figcaption>' +
      '<pre translate="no"><code>{}</code></pre></figure></div>' +
      '<div class="c-d"><figure><figcaption><code>~/d</code></figcaption>' +
      '<pre translate="no"><code>[]</code></pre></figure></div>',
  )
})

test('links stand before what is shared, and steps keep their order', () => {
  const link: Instruction = { type: 'link', label: 'Add', url: 'https://a.example/' }
  const first: Instruction = { type: 'command', shell: 'posix', text: 'start' }
  const told = html({ a: [link, first, file('~/a')], b: [first, file('~/a')] })
  expect(told).toMatch(/^<div class="c-a"><p class="links">.*<div class="c-a c-b">.*start.*{}/)
})

test('a client with nothing to do is told so, one with a link only is not', () => {
  const link: Instruction = { type: 'link', label: 'Add', url: 'https://a.example/' }
  expect(html({ a: [link], b: [] })).toMatch(/<div class="c-b"><p>This client cannot use it.<\/p><\/div>$/)
})
