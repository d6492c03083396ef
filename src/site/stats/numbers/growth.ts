import type { CountedServer } from './counted-server.ts'
import { periodsBetween, stepOf, type Period, type Step } from './periods.ts'

/** What a period brought, and what there was at its end. */
export interface GrowthPeriod extends Period {
  newServers: number
  newVersions: number
  servers: number
  versions: number
}

export interface Growth {
  step: Step
  /** In the order of time, without a gap. Empty where nothing was published. */
  periods: GrowthPeriod[]
}

/** Servers by their first publication and versions by theirs, counted by period and added up. */
export function growthOf(counted: readonly CountedServer[]): Growth {
  const arrivals = counted.map(({ since }) => since).sort((a, b) => a - b)
  const publications = counted.flatMap(({ versions }) => versions).sort((a, b) => a - b)
  const first = Math.min(arrivals[0] ?? Infinity, publications[0] ?? Infinity)
  const last = Math.max(arrivals.at(-1) ?? -Infinity, publications.at(-1) ?? -Infinity)
  if (first > last) return { step: 'day', periods: [] }
  const step = stepOf(first, last)
  let servers = 0
  let versions = 0
  const periods = periodsBetween(first, last, step).map((period) => {
    const before = { servers, versions }
    while (arrivals[servers]! < period.end) servers++
    while (publications[versions]! < period.end) versions++
    return {
      ...period,
      newServers: servers - before.servers,
      newVersions: versions - before.versions,
      servers,
      versions,
    }
  })
  return { step, periods }
}

/** The moment by which half of all servers had come, in microseconds. */
export function halfOfGrowth(counted: readonly CountedServer[]): number {
  const arrivals = counted.map(({ since }) => since).sort((a, b) => a - b)
  return arrivals[Math.floor(arrivals.length / 2)] ?? 0
}
