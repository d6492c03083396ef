/** What may follow the common part of two forms of a word. */
const ENDING =
  /^(|s|es|ies|y|e|ed|er|ers|ing|ings|ion|ions|or|ors|al|ic|ics|ly|ment|ments|able|ive|is|sis|ze|zer|ation|ations)$/

/** Whether words say another one, in the same or another form: `databases` is said by `database`. */
export function says(words: readonly string[], word: string): boolean {
  return words.some((other) => other.startsWith(word) || areForms(other, word))
}

function areForms(a: string, b: string): boolean {
  let common = 0
  while (common < a.length && a[common] === b[common]) common++
  return common >= 3 && ENDING.test(a.slice(common)) && ENDING.test(b.slice(common))
}
