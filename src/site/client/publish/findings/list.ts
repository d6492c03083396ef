import type { Finding } from '../../../../model/finding.ts'
import { docsOf } from '../../../../verify/docs-address.ts'
import { element } from '../elements.ts'

/** More than these nobody reads at once; the others come up as these are mended. */
const SHOWN = 10

/**
 * Findings as items of a list, errors first. Each links to the page of its rule, and to its field, or to its line where
 * no field shows it.
 *
 * @param site the address of the site
 * @param fieldOf the id of the form's element for a finding
 */
export function findingItems(
  findings: readonly Finding[],
  site: string,
  fieldOf: (finding: Finding) => string | undefined,
): HTMLElement[] {
  const sorted = findings.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  const items = sorted.slice(0, SHOWN).map((finding) => item(finding, site, fieldOf(finding)))
  const more = sorted.length - items.length
  return more > 0 ? [...items, element('li', { class: 'meta' }, `and ${more} more`)] : items
}

function item({ code, severity, line, message, fix }: Finding, site: string, field?: string): HTMLElement {
  const isError = severity === 'error'
  return element(
    'li',
    { class: severity },
    element(
      'p',
      {},
      element('b', {}, isError ? '✗ Fix ' : '! Advice '),
      element('a', { href: docsOf(code, site), class: 'mono' }, code),
      ' ',
      field
        ? element('a', { href: `#${field}`, 'data-field': field }, 'Go to the field')
        : element('a', { href: '#text', 'data-line': `${line}` }, `Go to line ${line}`),
    ),
    element('p', {}, ...marked(message)),
    fix ? element('p', { class: 'fix' }, ...marked(fix)) : undefined,
  )
}

/** A sentence with what stands between backticks as code. */
export function marked(sentence: string): (Node | string)[] {
  return sentence
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 0 ? part : element('code', { translate: 'no' }, part)))
}
