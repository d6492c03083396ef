import { docPath, href } from '../links.ts'

/**
 * A rendered Markdown file as a page's content. Links between the files become links between the pages:
 * `api.md#paging` leads to `/docs/api/#paging`. A title at the start goes, because the page has it already. What is
 * wider than the screen scrolls by itself, and can be reached with the keyboard to do so.
 */
export function docHtml(html: string): string {
  return html
    .replace(/^\s*<h1[^>]*>.*?<\/h1>/s, '')
    .replace(
      /href="(?:\.\/)?([\w-]+)\.md(#[^"]*)?"/g,
      (_, slug: string, fragment = '') => `href="${href(docPath(slug))}${fragment}"`,
    )
    .replaceAll('<table>', '<div class="wide" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre', '<pre tabindex="0"')
}
