import { micromark } from 'micromark'
import { safeLines } from '../text/safe-text.ts'

/**
 * A publisher's Markdown as HTML, for the server's page. micromark shows HTML as text. Only `https:`
 * addresses become links; there are no images, which would be loaded from elsewhere, and headings stand below the page's own.
 */
export function listingHtml(markdown: string): string {
  const text = markdown
    .split(/\r\n?|\n/)
    .map(keepIndent)
    .join('\n')
  return micromark(text, { extensions: [{ disable: { null: ['labelStartImage'] } }] })
    .replace(
      /<(\/?)h([1-6])>/g,
      (_, slash: string, level: string) => `<${slash}h${Math.min(6, Number(level) + 2)}>`,
    )
    .replace(/<a href="(?!https:\/\/)[^"]*"/g, '<a')
    .replaceAll('<a href="', '<a rel="nofollow ugc noopener" href="')
    .replaceAll('<pre>', '<pre tabindex="0" role="region" aria-label="Code">')
}

/** Hidden characters go; the indent, which means something in Markdown, stays. */
function keepIndent(line: string): string {
  const indent = /^[ \t]*/.exec(line)![0]
  return indent + safeLines(line).join(' ')
}
