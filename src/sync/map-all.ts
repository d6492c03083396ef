/** Requests at a time: quick enough for thousands of small files, and polite to their host. */
const CONCURRENCY = 6

/** Maps items a few at a time, in order. The first failure is thrown, and nothing new is begun after it. */
export async function mapAll<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length)
  let next = 0
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++
      results[index] = await map(items[index]!)
    }
  }
  const stop = (error: unknown): never => {
    next = items.length
    throw error
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, () => work().catch(stop)))
  return results
}
