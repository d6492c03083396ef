/** Maps items a few at a time, in order: packages side by side, and polite to the registry that they are all in. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  atATime: number,
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length)
  const waiting = items.entries()
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await map(item)
  }
  await Promise.all(Array.from({ length: atATime }, work))
  return results
}
