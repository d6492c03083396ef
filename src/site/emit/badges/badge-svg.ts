import type { Status } from '../../../model/status.ts'
import { escapeXml } from '../../text/xml.ts'

/** What a badge is about. */
export interface BadgeFacts {
  name: string
  version: string
  status: Status
}

/** White on each of them is 6.9 or more to 1. */
const COLOURS: Readonly<Record<Status, string>> = {
  active: '0b6650',
  deprecated: '7a4b00',
  deleted: 'a3200f',
}

const LABEL = 'MCP registry'
const LABEL_WIDTH = 92
const MAX_VALUE = 20

/** A badge of a few hundred bytes: the latest version, or the state where it is not active. Safe in any document. */
export function badgeSvg({ name, version, status }: BadgeFacts): string {
  const value = status === 'active' ? shortened(version) : status
  const textWidth = widthOf(value)
  const width = LABEL_WIDTH + textWidth + 14
  const title = `${name}: ${status === 'active' ? shortened(version) : status}`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img">` +
    `<title>${escapeXml(title)}</title>` +
    `<rect width="${width}" height="20" rx="3" fill="#15181c"/>` +
    `<path d="M${LABEL_WIDTH} 0h${textWidth + 11}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H${LABEL_WIDTH}z" fill="#${COLOURS[status]}"/>` +
    '<path d="M6 5h5v5H6zm5 5h5v5h-5z" fill="#5fd0ae"/>' +
    '<g fill="#fff" font-family="Verdana,sans-serif" font-size="11">' +
    `<text x="22" y="14" textLength="64">${LABEL}</text>` +
    `<text x="${LABEL_WIDTH + 7}" y="14" textLength="${textWidth}">${escapeXml(value)}</text>` +
    '</g></svg>\n'
  )
}

/** The beginning of a version that is too long for a badge. */
function shortened(version: string): string {
  const characters = [...version]
  return characters.length > MAX_VALUE ? `${characters.slice(0, MAX_VALUE - 1).join('')}…` : version
}

/** The width in pixels, near enough for `textLength` to even out: faces differ, and nobody can measure here. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + widthOfOne(character), 0)
}

function widthOfOne(character: string): number {
  if (/[.,:;'!|ijl]/.test(character)) return 4
  if (/[rtfcs-]/.test(character)) return 5
  return /[\w+~]/.test(character) ? 7 : 11
}
