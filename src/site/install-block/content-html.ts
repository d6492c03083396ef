/**
 * Text as the content of an element; not for attributes. Quotes stay what they are there: code is full of them, and a
 * page that is made 30,000 times should not spell each of them out.
 */
export function contentHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
}
