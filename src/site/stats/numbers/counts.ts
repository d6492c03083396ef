/** How many there are of one sort. */
export interface Count<Key extends string = string> {
  key: Key
  label: string
  count: number
}

/** Counts by the labels given, in their order; sorts without one are left out. What has several keys counts for each. */
export function countBy<Item, Key extends string>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
  labels: readonly (readonly [Key, string])[],
): Count<Key>[] {
  const counts = new Map<Key, number>()
  for (const key of items.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return labels
    .map(([key, label]) => ({ key, label, count: counts.get(key) ?? 0 }))
    .filter(({ count }) => count > 0)
}

/** The keys, or `none` in their place. */
export function orNone<Key extends string>(keys: readonly Key[]): readonly (Key | 'none')[] {
  return keys.length > 0 ? keys : ['none']
}

const UP_TO = [1, 2, 5, 10, 20, 50]

/** How many of the numbers, all of them 1 or more, fall in each of the classes 1, 2, 3–5, … 51+. Empty classes stay. */
export function sizeClasses(numbers: readonly number[]): Count[] {
  const counts = [...UP_TO, Infinity].map(() => 0)
  for (const number of numbers) {
    const index = UP_TO.findIndex((most) => number <= most)
    counts[index < 0 ? UP_TO.length : index]!++
  }
  const classes = counts.map((count, index) => {
    const least = (UP_TO[index - 1] ?? 0) + 1
    const most = UP_TO[index]
    const label = most === undefined ? `${least}+` : least === most ? `${least}` : `${least}–${most}`
    return { key: label.replace('–', '-'), label, count }
  })
  return classes.slice(0, classes.findLastIndex(({ count }) => count > 0) + 1)
}
