import { readAt, textAt } from '../document/place.ts'

/** An item of a list in a few words, for the line that it is folded into; empty while it has no name. */
export function itemWords(document: object, pointer: string): string {
  const name = ['name', 'valueHint', 'value']
    .map((key) => textAt(document, `${pointer}/${key}`))
    .find(Boolean)
  if (!name) return ''
  const marks = [
    ['isRequired', 'required'],
    ['isSecret', 'secret'],
  ].flatMap(([key, word]) => (readAt(document, `${pointer}/${key}`) === true ? [word] : []))
  return [name, ...marks].join(', ')
}
