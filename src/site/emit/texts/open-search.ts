import type { RegistryConfig } from '../../../catalog/config.ts'
import { element, escapeXml, XML_DECLARATION } from '../../text/xml.ts'
import { fullAddress } from '../address.ts'

/** What the OpenSearch description format (1.1) takes as a short name, in characters. */
const MAX_SHORT_NAME = 16

/** Makes the site's search one of a browser's search engines. */
export function openSearchXml(config: RegistryConfig): string {
  const shortName = [...config.title].slice(0, MAX_SHORT_NAME).join('')
  const lines = [
    element('ShortName', {}, escapeXml(shortName)),
    element('LongName', {}, escapeXml(config.title)),
    element('Description', {}, escapeXml(config.description)),
    element('InputEncoding', {}, 'UTF-8'),
    element(
      'Image',
      { width: '16', height: '16', type: 'image/svg+xml' },
      escapeXml(fullAddress(config, '/favicon.svg')),
    ),
    element('Url', { type: 'text/html', template: `${fullAddress(config, '/search/')}?q={searchTerms}` }),
    element('Url', {
      type: 'application/opensearchdescription+xml',
      rel: 'self',
      template: fullAddress(config, '/opensearch.xml'),
    }),
  ]
  const root = { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }
  return `${XML_DECLARATION}${element('OpenSearchDescription', root, `\n${lines.join('\n')}\n`)}\n`
}
