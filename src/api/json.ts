const UNSAFE = /[<>&\u2028\u2029]/g
const LONE_SURROGATE = /\\ud[89a-f][0-9a-f]{2}/g
const ANY = /[<>&\u2028\u2029]|\\ud/

/**
 * Compact JSON as the official server writes it: `<`, `>`, `&` and the two line separators escaped. That also makes
 * it harmless where a static host calls it a web page.
 */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value)
  return ANY.test(text) ? text.replace(LONE_SURROGATE, '\\ufffd').replace(UNSAFE, escape) : text
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
