/**
 * Text as GitHub Markdown. Messages carry the strings of strangers in backticks (`show`); whatever they hold, and
 * whatever stands outside of the backticks, must not become markup, a mention, a reference or a link (security E7).
 */

const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu
const BREAK = /\r\n|[\n\r\u2028\u2029]/

/** A string as code, whatever it holds. */
export function code(text: string): string {
  const shown = text.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029`]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  )
  return `\`${shown === '' ? ' ' : shown}\``
}

/** One line of a message: what stands in backticks as code, all else as text without any markup. */
export function inline(message: string): string {
  const parts = message.split('`')
  const shown = parts.map((part, index) => {
    if (index % 2 === 1 && index < parts.length - 1) return code(part)
    const isBetween = part === '' && index > 0 && index < parts.length - 1
    // Two pieces of code that touch would be read as one.
    return isBetween ? NOTHING : plain(part)
  })
  return notABlock(shown.join('').trim())
}

/** What GitHub would make a link of is shown as code, so that it can be copied and goes nowhere by itself. */
const LINKED = /((?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S*|\b(?=\d*[a-f])[0-9a-f]{7,64}\b)/i

function plain(text: string): string {
  const visible = text.replace(UNSEEN, '')
  return visible
    .split(LINKED)
    .map((part, index) => (index % 2 === 1 ? code(part) : escape(part)))
    .join('')
}

/** A space of no width, which stops GitHub from seeing a mention, a reference, an emoji or a formula. */
export const NOTHING = '&#8203;'
const ACTIVE = /[\\*_[\]|~]|[<>&]|[@#$]|\bgh-(?=\d)|:(?=[\w+-]+:)/gi
const ENTITIES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

function escape(text: string): string {
  return text.replace(ACTIVE, (match) => {
    if (/^[\\*_[\]|~]$/.test(match)) return `\\${match}`
    return ENTITIES[match] ?? match + NOTHING
  })
}

/** Keeps a line from starting a list, a heading or a rule. */
function notABlock(line: string): string {
  return line.replace(/^(\d*)([-+=.)])/, '$1\\$2')
}

/** A fenced block that its content cannot end. */
export function fence(text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const marks = '`'.repeat(longest + 1)
  const lines = text.split(BREAK).map((line) => line.replace(UNSEEN, ''))
  return [`${marks}${/^["{]/.test(text) ? 'json' : ''}`, ...lines, marks]
}

/** A link to an address of ours. */
export function link(label: string, address: string): string {
  return `[${label}](${address.replace(/[\s()<>\\"]/g, (character) => `%${hex(character)}`)})`
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')
}

/**
 * A message of several lines. After the first, which is always text, lines that begin with `- ` are a list, and lines
 * indented by four are to be copied.
 */
export function block(message: string): string[] {
  const lines: string[] = []
  let copied: string[] = []
  const flush = (): void => {
    if (copied.length > 0) lines.push(...fence(copied.join('\n')))
    copied = []
  }
  const [first = '', ...others] = message.split(BREAK)
  lines.push(inline(first))
  for (const line of others) {
    if (/^ {4,}\S/.test(line)) {
      copied.push(line.slice(4))
      continue
    }
    flush()
    lines.push(line.startsWith('- ') ? `- ${inline(line.slice(2)) || NOTHING}` : inline(line))
  }
  flush()
  return lines
}
