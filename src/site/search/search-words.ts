import { plainText, plainWord } from './spellings.ts'

/**
 * Words that say nothing in this place: nearly every entry has them, so that a search for one finds everything, and
 * slowly. They are neither indexed nor searched for.
 */
const STOP_WORDS = new Set(
  `mcp server servers model context protocol tool tools ai agent agents llm llms
  a an and any are as at be by can for from has have in into is it its of on or that the their this to use using via
  with you your`.split(/\s+/),
)

/** Scripts that put no space between words: two characters are looked for at a time. */
const UNSPACED = /([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+)/u

/**
 * The words of a text that are worth looking for, in order and each once.
 *
 * @param spelling brings a word to the spelling that is indexed
 */
export function searchWords(text: string, spelling = plainWord): string[] {
  const words = plainText(text)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .flatMap(apart)
    .filter((word) => word !== '' && !STOP_WORDS.has(word))
  return [...new Set(words.map(spelling))]
}

function apart(word: string): string[] {
  if (!UNSPACED.test(word)) return [word]
  return word.split(UNSPACED).flatMap((part, index) => (index % 2 === 1 ? pairs([...part]) : [part]))
}

function pairs(characters: string[]): string[] {
  if (characters.length < 3) return [characters.join('')]
  return characters.slice(1).map((character, index) => characters[index]! + character)
}

/** Top-level domains that stand at either end of a name without telling it from others. */
export const DOMAINS = new Set(['io', 'com', 'org', 'net', 'dev', 'app', 'ai', 'co'])
const HOSTS = new Set([...DOMAINS, 'github', 'gitlab', 'www'])

/** The words that tell publishers apart: neither top-level domains nor the hosts that everybody shares. */
export function ownerWords(namespace: string): string[] {
  const labels = namespace.split('.')
  const own = labels.filter((label, index) => index > 1 || !HOSTS.has(label.toLowerCase()))
  return searchWords((own.length > 0 ? own : labels.slice(-1)).join(' '))
}

/** The words of the last part of a name; those of a name in camel case come whole and in parts. */
export function nameWords(part: string): string[] {
  const parts = part.replace(/([a-z0-9])([A-Z][a-z])/g, '$1 $2')
  return searchWords(parts === part ? part : `${part} ${parts}`)
}
