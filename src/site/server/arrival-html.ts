import { codeHtml } from '../text/code-html.ts'
import { breakable, escapeHtml } from '../text/html.ts'
import type { EvidenceLine } from './evidence.ts'
import type { Phrase, Reference } from './provenance.ts'

/** Sentences with their links as HTML. */
export function phraseHtml(phrase: Phrase): string {
  return phrase.map((piece) => (typeof piece === 'string' ? escapeHtml(piece) : linkHtml(piece))).join('')
}

function linkHtml({ text, url }: Reference): string {
  const label = breakable(text)
  return url ? `<a href="${escapeHtml(url)}" rel="nofollow ugc noopener">${label}</a>` : label
}

/** What was seen of packages: sentences, with the hashes folded away. */
export function evidenceHtml(lines: readonly EvidenceLine[]): string {
  if (lines.length === 0) return ''
  const sentences = lines.map(({ sentence }) => `<p>${codeHtml(sentence)}</p>`)
  const hashes = lines.map(
    ({ term, value }) => `<div><dt>${term}</dt><dd class="mono">${escapeHtml(value)}</dd></div>`,
  )
  const label = lines.length === 1 ? 'The hash we saw' : 'The hashes we saw'
  return `${sentences.join('')}<details><summary>${label}</summary><dl>${hashes.join('')}</dl></details>`
}
