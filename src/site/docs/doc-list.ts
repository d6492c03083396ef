/** A page of the documentation, as the content collection has it. */
export interface DocEntry {
  /** The name of its file in `docs/`, without `.md`. */
  id: string
  data: { title: string; description: string; order: number }
}

/** Pages that are made of a file and of something else, and therefore have a route of their own. */
const WITH_MORE = ['index', 'cli', 'server-json']

/** In the order in which people are to read them; the start page is not among them. */
export function readingOrder<Doc extends DocEntry>(docs: readonly Doc[]): Doc[] {
  return docs.filter(({ id }) => id !== 'index').sort((a, b) => a.data.order - b.data.order)
}

/** Whether a page is its file and nothing else. */
export function isPlain({ id }: DocEntry): boolean {
  return !WITH_MORE.includes(id)
}
