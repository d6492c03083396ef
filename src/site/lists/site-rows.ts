import { registry, siteServers } from '../shared-registry.ts'
import { rowOf, type ServerRow } from './server-row.ts'

let making: Promise<ServerRow[]> | undefined

/** All rows, by server name. A build makes them once. */
export function siteRows(): Promise<ServerRow[]> {
  if (registry().isDevelopment) return make()
  return (making ??= make())
}

async function make(): Promise<ServerRow[]> {
  return (await siteServers()).map(rowOf)
}
