import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Field } from '../install/types.ts'
import { fieldHtml } from './field-html.ts'

const field = (more: Partial<Field>): Field => ({
  id: 'environment.X',
  name: 'X',
  place: 'environment',
  isRequired: false,
  isSecret: false,
  ...more,
})

test('a secret is masked, is never offered again, and has a button to look at it', () => {
  const html = fieldHtml(field({ isSecret: true, isRequired: true, description: 'Your key' }), 'f0-0')
  expect(html).toContain(
    '<input type="password" autocomplete="off" spellcheck="false" required id="f0-0" aria-describedby="f0-0h">' +
      '<button type="button" data-show>Show</button>',
  )
  expect(html).toContain('<label for="f0-0"><code translate="no">X</code></label>')
  expect(html).toContain('<div id="f0-0h"><p dir="auto">Your key</p></div>')
})

test('what the publisher presets is in the control', () => {
  expect(fieldHtml(field({ preset: 'eu' }), 'f')).toContain(' value="eu" id="f"')
  const choices = fieldHtml(field({ choices: ['eu', 'us'], preset: 'us' }), 'f')
  expect(choices).toContain('<option>eu</option><option selected>us</option></select>')
  expect(choices).toContain('Choices <code translate="no">eu, us</code>')
  expect(fieldHtml(field({ format: 'boolean' }), 'f')).toContain(
    '<option value="">Choose</option><option>true</option><option>false</option>',
  )
})

test('numbers get a keyboard of numbers, repeated values a button for more', () => {
  expect(fieldHtml(field({ format: 'number' }), 'f')).toContain(' inputmode="decimal"')
  expect(fieldHtml(field({ isRepeated: true }), 'f')).toContain('data-more>Add another</button>')
})

test('whatever a publisher writes makes no markup of its own', () => {
  const tags = (html: string): string[] => html.match(/<\/?[a-z]+/g)!.filter((tag) => tag !== '<wbr')
  const harmless = tags(fieldHtml(field({ name: 'X', description: 'x', preset: 'x', placeholder: 'x' }), 'f'))
  const hostile = fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'b', ' ', '=', '\n', '`') })
  fc.assert(
    fc.property(
      hostile.filter((text) => text.trim() !== ''),
      (text) => {
        const html = fieldHtml(field({ name: text, description: text, preset: text, placeholder: text }), 'f')
        expect(tags(html)).toEqual(harmless)
        expect(html.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>"']/)
      },
    ),
  )
})
