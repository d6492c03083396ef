import { isObject } from './place.ts'

/**
 * The document that a text holds; `undefined` where the text is no JSON or no object, so that a form cannot show it.
 * Nothing at all is an empty document.
 */
export function readText(text: string): Record<string, unknown> | undefined {
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
