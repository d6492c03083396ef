import { getCollection } from 'astro:content'
import { registry } from '../shared-registry.ts'
import type { ServerRow } from './server-row.ts'

let loading: Promise<ServerRow[]> | undefined

/** All rows, by server name. Astro copies a collection at each request; a build asks many times and gets one copy. */
export function siteRows(): Promise<ServerRow[]> {
  if (registry().isDevelopment) return load()
  return (loading ??= load())
}

async function load(): Promise<ServerRow[]> {
  return (await getCollection('servers')).map(({ data }) => data)
}
