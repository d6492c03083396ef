/** One page of a long list. */
export interface ListPage<T> {
  /** Counts from 1. */
  number: number
  count: number
  items: T[]
}

/** Cuts a list into pages. An empty list has one empty page, so that its address exists. */
export function pagesOf<T>(items: readonly T[], size: number): ListPage<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size))
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    count,
    items: items.slice(index * size, (index + 1) * size),
  }))
}

/** The page numbers that a pager offers: the ends and the neighbours, `undefined` for what is left out between. */
export function pagerNumbers(current: number, count: number): (number | undefined)[] {
  const shown = [1, current - 1, current, current + 1, count].filter((page) => page >= 1 && page <= count)
  return [...new Set(shown)].flatMap((page, index, pages) => {
    const before = pages[index - 1] ?? page - 1
    if (page - before === 2) return [page - 1, page]
    return page - before > 2 ? [undefined, page] : [page]
  })
}
