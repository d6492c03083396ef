import { absolute, badgePath, serverPath } from '../links.ts'
import { escapeHtml } from '../text/html.ts'

/** A notation that documents are written in, and the badge of a server in it. */
export interface BadgeMarkup {
  label: 'Markdown' | 'HTML' | 'reStructuredText'
  text: string
}

/** The badge of a server, linked to its page, to be copied into a document. */
export function badgeMarkup(name: string): BadgeMarkup[] {
  const [image, page] = [absolute(badgePath(name)), absolute(serverPath(name))]
  const alt = `${name} in the MCP registry`
  return [
    { label: 'Markdown', text: `[![${alt}](${image})](${page})` },
    {
      label: 'HTML',
      text: `<a href="${escapeHtml(page)}"><img src="${escapeHtml(image)}" alt="${escapeHtml(alt)}" height="20"></a>`,
    },
    { label: 'reStructuredText', text: `.. image:: ${image}\n   :alt: ${alt}\n   :target: ${page}` },
  ]
}
