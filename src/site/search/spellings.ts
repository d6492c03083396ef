/** Words that people write in several ways, brought to one, in what is indexed and in what is looked for. */

/** Spellings that taking a text apart at its signs would spoil. */
const SIGNS: readonly [RegExp, string][] = [
  [/(?<![\p{L}\p{N}])c\+\+/gu, 'cplusplus'],
  [/(?<![\p{L}\p{N}])([cf])#/gu, '$1sharp'],
  [/(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])/gu, 'dotnet'],
  [/(?<=[a-z0-9])\.js(?![\p{L}\p{N}])/gu, 'js'],
  [/(?<![\p{L}\p{N}])e-mail/gu, 'email'],
]

/** What each of these spellings has in it. */
const ANY_SIGN = /[+#.]|e-mail/

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['postgresql', 'postgres'],
  ['pgsql', 'postgres'],
  ['mongodb', 'mongo'],
  ['k8s', 'kubernetes'],
  ['javascript', 'js'],
  ['typescript', 'ts'],
  ['db', 'database'],
  ['gsheets', 'sheets'],
  ['gdrive', 'drive'],
])

// Nearly all texts are plain, and 30,000 servers have several each.
const OTHER_LETTERS = /\P{ASCII}/u

/** Lower case, one form of each character, no accents, and names of languages without their signs. */
export function plainText(text: string): string {
  const plain = (OTHER_LETTERS.test(text) ? withoutAccents(text) : text).toLowerCase()
  return ANY_SIGN.test(plain)
    ? SIGNS.reduce((result, [sign, word]) => result.replace(sign, word), plain)
    : plain
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
}

/** The one spelling of a word that is searched for. */
export function plainWord(word: string): string {
  return ALIASES.get(word) ?? word
}

/** The same for a word that may not be typed to its end: what leads to `postgresql` finds `postgres` all the way. */
export function plainWordSoFar(word: string): string {
  for (const [alias, plain] of ALIASES) if (alias.startsWith(word) && word.startsWith(plain)) return plain
  return plainWord(word)
}
