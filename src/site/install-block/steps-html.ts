import type { Instruction } from '../install/types.ts'
import { codeHtml } from '../text/code-html.ts'
import { escapeHtml } from '../text/html.ts'
import { safeText } from '../text/safe-text.ts'
import { contentHtml } from './content-html.ts'
import { deepLink } from './deep-link.ts'

type Link = Extract<Instruction, { type: 'link' }>

/**
 * What to do in a client, as HTML. Pages and the script in the browser build it with the same function.
 *
 * @param caption makes HTML of what stands above the step at `index`, where that is not its own path
 */
export function stepsHtml(
  steps: readonly Instruction[],
  caption: (index: number) => string | undefined = () => undefined,
): string {
  if (steps.length === 0) return '<p>This client cannot use it.</p>'
  return steps.map((step, index) => stepHtml(step, caption(index))).join('')
}

function stepHtml(step: Instruction, caption: string | undefined): string {
  switch (step.type) {
    case 'link':
      return linksHtml([step])
    case 'file':
      return figureHtml(caption ?? pathHtml(step.path), step.text, step.note)
    case 'command':
      return figureHtml(SHELLS[step.shell], step.text, step.note)
    case 'text': {
      const value = step.value === undefined ? '' : figureHtml('', step.value)
      return `<p>${codeHtml(safeText(step.text))}</p>${value}`
    }
  }
}

const SHELLS = { posix: 'Terminal', powershell: 'PowerShell' } as const

export function pathHtml(path: string): string {
  return `<code>${escapeHtml(path)}</code>`
}

/** Links side by side, the first of them as the one to take. A link that is no client's is left out. */
export function linksHtml(links: readonly Link[]): string {
  const anchors = links.flatMap(({ label, url }) => {
    const address = deepLink(url)
    return address ? [{ label, address }] : []
  })
  if (anchors.length === 0) return ''
  const html = anchors.map(
    ({ label, address }, index) =>
      `<a class="button${index === 0 ? ' primary' : ''}" rel="nofollow ugc noopener" href="${escapeHtml(address)}">` +
      `${escapeHtml(label)}</a>`,
  )
  return `<p class="links">${html.join(' ')}</p>`
}

/** A text to copy. It is shown wrapped, so that nothing of it is out of sight; what is copied has no such breaks. */
export function figureHtml(caption: string, text: string, note?: string): string {
  return (
    `<figure><figcaption>${caption}</figcaption><pre translate="no"><code>${contentHtml(text)}</code></pre>` +
    `${note ? `<p class="meta">${codeHtml(safeText(note))}</p>` : ''}</figure>`
  )
}
