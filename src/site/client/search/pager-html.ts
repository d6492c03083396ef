import { pagerNumbers } from '../../lists/pages-of.ts'
import { escapeHtml } from '../../text/html.ts'

/**
 * Links to the pages of a list, for `[` and `]` too.
 *
 * @param address the address of a page
 */
export function pagerHtml(page: number, pages: number, address: (page: number) => string): string {
  if (pages < 2) return ''
  const link = (to: number, attributes: string, text: string): string =>
    `<li><a href="${escapeHtml(address(to))}" ${attributes}>${text}</a></li>`
  const numbers = pagerNumbers(page, pages).map((number) => {
    if (number === undefined) return '<li><span aria-hidden="true">…</span></li>'
    return link(
      number,
      `aria-label="Page ${number}"${number === page ? ' aria-current="page"' : ''}`,
      `${number}`,
    )
  })
  return [
    '<ul>',
    page > 1 ? link(page - 1, 'rel="prev" data-key="["', '<span aria-hidden="true">←</span> Previous') : '',
    ...numbers,
    page < pages ? link(page + 1, 'rel="next" data-key="]"', 'Next <span aria-hidden="true">→</span>') : '',
    '</ul>',
  ].join('')
}
