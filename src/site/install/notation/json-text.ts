import { visibleJson } from '../../text/safe-text.ts'

const WIDTH = 80

/** JSON for people: short lists on one line, and every hidden character as an escape. */
export function jsonText(value: object): string {
  return visibleJson(print(value, ''))
}

function print(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    const items = value.map((item) => onOneLine(item) ?? print(item, deeper))
    const line = `[${items.join(', ')}]`
    return line.length + indent.length <= WIDTH && !line.includes('\n')
      ? line
      : block('[', items, ']', indent)
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${JSON.stringify(key)}: ${print(member, deeper)}`)
  return members.length === 0 ? '{}' : block('{', members, '}', indent)
}

/** An object of a single member, as lists of them are easier to read. */
function onOneLine(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const [member, ...more] = Object.entries(value)
  if (!member || more.length > 0) return undefined
  const text = `{ ${JSON.stringify(member[0])}: ${print(member[1], '')} }`
  return text.includes('\n') || text.length > WIDTH ? undefined : text
}

function block(open: string, lines: readonly string[], close: string, indent: string): string {
  return `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`
}
