/** The part of Pagefind's browser API that the search page uses. */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>
  init(): Promise<void>
  filters(): Promise<Record<string, Record<string, number>>>
  preload(query: string, options?: SearchOptions): Promise<void>
  search(query: string | null, options?: SearchOptions): Promise<Found>
}

interface SearchOptions {
  filters?: Record<string, { any: string[] }>
  sort?: Record<string, 'asc' | 'desc'>
}

export interface Found {
  results: { id: string; data(): Promise<ResultData> }[]
  /** How many of all servers that match the words have each value of each filter. */
  totalFilters: Record<string, Record<string, number>>
}

interface ResultData {
  raw_url?: string
  url: string
  filters: Record<string, string[]>
}

let loading: Promise<Pagefind> | undefined

/** Loads the search engine, once. A failure is forgotten, so that the next attempt is a new one. */
export function loadPagefind(base: string): Promise<Pagefind> {
  loading ??= load(`${base}pagefind/pagefind.js`)
  loading.catch(() => (loading = undefined))
  return loading
}

async function load(address: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind
  await pagefind.options({
    excerptLength: 1,
    // A name that says it counts for more than a long description that also says it.
    ranking: { termFrequency: 0.6, pageLength: 0, termSimilarity: 1.2, metaWeights: { title: 6 } },
  })
  await pagefind.init()
  return pagefind
}
