/** A typed decoder's view of a value: throws where the value is not of its type. */
export type Decode = (value: unknown, at: string) => void

/** A decoder that refuses anything but values of a JavaScript type. */
function only(type: 'string' | 'boolean' | 'number'): Decode {
  return (value, at) => {
    if (typeof value !== type) throw new TypeError(`${at}: expected ${type}, found ${JSON.stringify(value)}`)
  }
}

export const text = only('string')
export const boolean = only('boolean')
export const anything: Decode = () => {}

/** A closed list of words. */
export function oneOf(...words: string[]): Decode {
  return (value, at) => {
    if (!words.includes(value as string))
      throw new TypeError(`${at}: ${JSON.stringify(value)} is none of ${words}`)
  }
}

/** Text that Go's `time.RFC3339` takes. */
export const time: Decode = (value, at) => {
  text(value, at)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value as string)) {
    throw new TypeError(`${at}: ${JSON.stringify(value)} is no RFC 3339 time`)
  }
}

export function list(item: Decode): Decode {
  return (value, at) => {
    if (!Array.isArray(value)) throw new TypeError(`${at}: expected a list, found ${JSON.stringify(value)}`)
    value.forEach((element, index) => item(element, `${at}[${index}]`))
  }
}

export function map(item: Decode): Decode {
  return (value, at) => {
    for (const [key, element] of Object.entries(record(value, at))) item(element, `${at}.${key}`)
  }
}

/** An object with some known keys; a key that ends in `!` has to be there. Unknown keys are passed over. */
export function struct(fields: Record<string, Decode>): Decode {
  const known = Object.entries(fields).map(([key, decode]) => ({
    key: key.replace(/!$/, ''),
    isRequired: key.endsWith('!'),
    decode,
  }))
  return (value, at) => {
    const object = record(value, at)
    for (const { key, isRequired, decode } of known) {
      if (object[key] !== undefined) decode(object[key], `${at}.${key}`)
      else if (isRequired) throw new TypeError(`${at}.${key} is missing`)
    }
  }
}

export function record(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`${at}: expected an object, found ${JSON.stringify(value)}`)
  }
  return value as Record<string, unknown>
}
