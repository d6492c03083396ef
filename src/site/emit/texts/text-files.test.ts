import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileText } from '../../../../tests/support/hostile-text.ts'
import { TEST_CONFIG } from '../../../../tests/support/make-catalog.ts'
import { catalogOf, makeServer } from '../../../../tests/support/make-server.ts'
import { parseXml, skeletonOf, textOf } from '../../../../tests/support/parse-xml.ts'
import type { RegistryConfig } from '../../../catalog/config.ts'
import { textFiles } from './text-files.ts'

const CONFIG = {
  ...TEST_CONFIG,
  url: 'https://registry.example/mcp/',
  base: '/mcp/',
  repository: 'acme/registry',
}

function textsOf(config: RegistryConfig, servers = [makeServer('com.a/x')]): Map<string, string> {
  return new Map([...textFiles(catalogOf(servers), config)].map(({ path, body }) => [path, String(body)]))
}

test('crawlers are told what to leave and where the pages are', () => {
  expect(textsOf(CONFIG).get('robots.txt')).toBe(
    'User-agent: *\nDisallow: /mcp/v0/\nDisallow: /mcp/v0.1/\n\nSitemap: https://registry.example/mcp/sitemap-index.xml\n',
  )
})

test('security.txt names the repository, and expires a year after the last change', () => {
  expect(textsOf(CONFIG).get('.well-known/security.txt')).toBe(
    'Contact: https://github.com/acme/registry/security/advisories/new\n' +
      'Expires: 2027-11-01T00:00:00.000Z\n' +
      'Preferred-Languages: en\n' +
      'Canonical: https://registry.example/mcp/.well-known/security.txt\n' +
      'Policy: https://github.com/acme/registry/security/policy\n',
  )
})

test('there is no security.txt where nobody can be named, or nothing has happened yet', () => {
  expect(textsOf(TEST_CONFIG).has('.well-known/security.txt')).toBe(false)
  expect(textsOf(CONFIG, []).has('.well-known/security.txt')).toBe(false)
})

test('a browser can take the search as one of its own', () => {
  const text = textsOf({ ...CONFIG, title: 'The registry of Acme & Sons' }).get('opensearch.xml')!
  const document = parseXml(text)
  expect(textOf(document, 'ShortName')).toBe('The registry of')
  expect(textOf(document, 'LongName')).toBe('The registry of Acme & Sons')
  expect(text).toContain('template="https://registry.example/mcp/search/?q={searchTerms}"')
})

test('the text for language models is made of addresses', async () => {
  await expect(textsOf(CONFIG).get('llms.txt')).toMatchFileSnapshot('golden/llms.golden.txt')
})

test('whatever the title is, the search description is the same document', () => {
  const usual = skeletonOf(parseXml(textsOf(CONFIG).get('opensearch.xml')!))
  fc.assert(
    fc.property(hostileText, hostileText, (title, description) => {
      expect(skeletonOf(parseXml(textsOf({ ...CONFIG, title, description }).get('opensearch.xml')!))).toBe(
        usual,
      )
    }),
  )
})
