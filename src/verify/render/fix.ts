/** What to do, and the exact text to copy where it is a property of a JSON file. */
export interface Fix {
  text: string
  copy?: string
}

const PROPERTY = '`("[^"`]+": "[^`]*")`'
const ENDS_IN_PROPERTY = new RegExp(`^([^\\n]+?):? ${PROPERTY}\\.$`)
const HAS_PROPERTY = new RegExp(`^([^\\n]*?)${PROPERTY}([^\\n]*)\\.$`)

/** Takes the text to copy out of its sentence, so that it can stand by itself. */
export function fixOf(fix: string): Fix {
  const [, start, last] = ENDS_IN_PROPERTY.exec(fix) ?? []
  if (start !== undefined && last !== undefined) return { text: `${start}:`, copy: last }
  const [, before, property, behind] = HAS_PROPERTY.exec(fix) ?? []
  return property === undefined ? { text: fix } : { text: `${before}this${behind}:`, copy: property }
}
