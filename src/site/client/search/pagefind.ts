type AnyOf = Record<string, { any: string[] }>

export type EngineFilters = { [facet: string]: { any: string[] } | AnyOf[] } & { none?: AnyOf[] }

export interface EngineOptions {
  filters: EngineFilters
  sort?: Record<string, 'asc' | 'desc'>
}

/** The part of Pagefind's browser API that this site uses. */
export interface Engine {
  options(options: Record<string, unknown>): Promise<void>
  init(): Promise<void>
  /** Loads the lists behind the filters; until then searches count nothing. */
  filters(): Promise<Counts>
  preload(query: string): Promise<void>
  search(query: string | null, options: EngineOptions): Promise<Found>
}

/** By filter and value, how many results have it. */
export type Counts = Record<string, Record<string, number>>

export interface Found {
  results: Hit[]
  filters: Counts
}

export interface Hit {
  data(): Promise<HitData>
}

export interface HitData {
  raw_url?: string
  url: string
  content: string
  meta: { title: string }
  filters: Record<string, string[]>
}

const OPTIONS = {
  excerptLength: 1,
  // A name that says it counts for more than a long description that also says it.
  ranking: { termFrequency: 0.6, pageLength: 0, termSimilarity: 1.2, metaWeights: { title: 6 } },
}

let loading: Promise<Engine> | undefined
let attempts = 0

/** Loads the search engine, once. A failure is forgotten here; browsers remember it by the address, so that changes. */
export function loadEngine(base: string): Promise<Engine> {
  const again = attempts > 0 ? `?again=${attempts}` : ''
  loading ??= startEngine(`${base}pagefind/pagefind.js${again}`).catch((error: unknown) => {
    loading = undefined
    attempts++
    throw error
  })
  return loading
}

/** Starts the engine whose script is at an address. */
export async function startEngine(address: string): Promise<Engine> {
  const engine = (await import(/* @vite-ignore */ address)) as Engine
  await engine.options(OPTIONS)
  await engine.init()
  return engine
}
