/** The file with the words to correct slips by: `word count` on each line. */
export const WORDS_PATH = '_s/words.txt'

export function readWordList(text: string): Map<string, number> {
  const lines = text.split('\n').filter(Boolean)
  return new Map(lines.map((line) => line.split(' ')).map(([word, count]) => [word!, Number(count)]))
}
