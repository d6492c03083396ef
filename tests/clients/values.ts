const PUBLISHER = 'io.modelcontextprotocol.registry/publisher-provided'
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** What the keys of an entry may hold, wherever they stand. */
const RULES: Record<string, (value: unknown, parent: Record<string, unknown>) => boolean> = {
  value: isText,
  default: isText,
  placeholder: isText,
  choices: (value) => Array.isArray(value) && value.every(isText),
  format: (value) => ['string', 'number', 'boolean', 'filepath'].includes(value as string),
  theme: (value) => ['light', 'dark'].includes(value as string),
  status: (value) => ['active', 'deprecated', 'deleted'].includes(value as string),
  publishedAt: isTime,
  updatedAt: isTime,
  statusChangedAt: isTime,
}

/**
 * Everything in a document that the strictest clients stumble over: nulls, values that are not text, words outside
 * the closed lists, times in another form. What publishers provide for other registries is theirs, and passed over.
 */
export function valueFaults(value: unknown, at = ''): string[] {
  if (value === null) return [`${at} is null`]
  if (Array.isArray(value)) return value.flatMap((item, index) => valueFaults(item, `${at}[${index}]`))
  if (typeof value !== 'object') return []
  const object = value as Record<string, unknown>
  return Object.entries(object).flatMap(([key, item]) => {
    if (key === PUBLISHER) return []
    // The keys of a map of variables are names, not fields.
    if (key === 'variables')
      return Object.values(item as object).flatMap((input) => valueFaults(input, `${at}.${key}`))
    const isRight = RULES[key]?.(item, object) ?? true
    return [
      ...(isRight ? [] : [`${at}.${key} is ${JSON.stringify(item)}`]),
      ...valueFaults(item, `${at}.${key}`),
    ]
  })
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && TIME.test(value) && !Number.isNaN(Date.parse(value))
}
