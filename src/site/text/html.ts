/** Text as HTML, for the few places that build markup as a string because a component would cost too much. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Escaped text that may break after `.`, `/`, `-`, `_`, `:` and `@`: names are long, and screens are narrow. */
export function breakable(text: string): string {
  return text
    .split(/(?<=[./_:@-])(?![./_:@-])/)
    .map(escapeHtml)
    .join('<wbr>')
}

/** A server name as typography: the namespace quiet, the name strong. */
export function nameHtml(name: string): string {
  const slash = name.indexOf('/')
  const namespace = breakable(name.slice(0, slash + 1))
  return `<span class="ns">${namespace}</span><wbr><b>${breakable(name.slice(slash + 1))}</b>`
}

/** Escaped text with the words that were looked for marked, wherever one of its words starts with them. */
export function markWords(text: string, words: readonly string[]): string {
  if (words.length === 0) return escapeHtml(text)
  const alternatives = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return text
    .split(new RegExp(`(?<![\\p{L}\\p{N}])(${alternatives})`, 'giu'))
    .map((part, index) => (index % 2 === 1 ? `<mark>${escapeHtml(part)}</mark>` : escapeHtml(part)))
    .join('')
}
