import { editDistance } from './edit-distance.ts'

/** How many words are tried in place of one. */
const TRIES = 3

/**
 * Queries that may be meant instead of one, the likeliest first: each word that nobody says gives way to the nearest
 * ones that somebody says.
 *
 * @param known the words that servers say, and how many say each
 */
export function didYouMean(words: readonly string[], known: ReadonlyMap<string, number>): string[] {
  const joined = words.length > 1 ? [words.join('')] : []
  const choices = words.map((word) => (isKnown(word, known) ? [word] : nearest(word, known)))
  if (choices.some((choice) => choice.length === 0)) return joined
  const tries = Math.max(...choices.map((choice) => choice.length))
  const corrected = Array.from({ length: tries }, (_, index) =>
    choices.map((choice) => choice[Math.min(index, choice.length - 1)]!).join(' '),
  )
  return [...joined, ...corrected.filter((query) => query !== words.join(' '))]
}

/** The same queries with one word less; a sentence seldom matches whole. */
export function fewerWords(words: readonly string[]): string[] {
  if (words.length < 2) return []
  return words.map((_, left) => words.filter((_, index) => index !== left).join(' '))
}

function isKnown(word: string, known: ReadonlyMap<string, number>): boolean {
  if (known.has(word)) return true
  return [...known.keys()].some((other) => other.startsWith(word))
}

/** The words within one slip for short words, two for longer ones; the nearest first, then the most common. */
function nearest(word: string, known: ReadonlyMap<string, number>): string[] {
  const limit = word.length < 5 ? 1 : 2
  const halves = twoWords(word, known)
  const found = [...known]
    .map(([other, count]) => ({ other, count, distance: editDistance(word, other, limit) }))
    .filter(({ distance }) => distance <= limit)
    .map((item) => ({ ...item, distance: item.distance + (item.other[0] === word[0] ? 0 : 0.5) }))
    .sort((a, b) => a.distance - b.distance || b.count - a.count || (a.other < b.other ? -1 : 1))
    .map(({ other }) => other)
  return [...halves, ...found].slice(0, TRIES)
}

/** A space that was forgotten. */
function twoWords(word: string, known: ReadonlyMap<string, number>): string[] {
  const places = [...Array(Math.max(0, word.length - 5)).keys()].map((index) => index + 3)
  const place = places.find((at) => known.has(word.slice(0, at)) && known.has(word.slice(at)))
  return place ? [`${word.slice(0, place)} ${word.slice(place)}`] : []
}
