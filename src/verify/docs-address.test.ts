import { expect, test } from 'vitest'
import { docsOf } from './docs-address.ts'

test.each([
  [undefined, '/docs/rules/R203/'],
  ['https://registry.example', 'https://registry.example/docs/rules/R203/'],
  ['https://acme.example/registry/', 'https://acme.example/registry/docs/rules/R203/'],
])('the page of a rule on the site %s', (site, address) => expect(docsOf('R203', site)).toBe(address))
