import autocannon from 'autocannon'
import type { Server } from './process.ts'

export interface Load {
  /** Answers per second. */
  rate: number
  /** Milliseconds that half of the answers, and 99 of 100, took at most. */
  p50: number
  p99: number
  /** Microseconds of processor time that the server spent on an answer. */
  work: number
}

const CONNECTIONS = 8

/**
 * Asks the server for `paths`, over and over, on a few connections that stay open. Each connection begins at
 * another path, so that no two ask for the same one at the same time. An answer other than 200 is an error.
 */
export async function load(
  server: Server,
  paths: readonly string[],
  options: { seconds?: number } = {},
): Promise<Load> {
  const durations: number[] = []
  const spent = await server.processorTime()
  let connection = 0
  const { non2xx, errors, duration } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      {
        url: `http://127.0.0.1:${server.port}`,
        connections: CONNECTIONS,
        duration: options.seconds ?? 3,
        setupClient: (client) => {
          const first = Math.floor((connection++ * paths.length) / CONNECTIONS)
          const turned = [...paths.slice(first), ...paths.slice(0, first)]
          client.setRequests(turned.map((path) => ({ method: 'GET', path })))
        },
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    )
    // autocannon's own percentiles are whole milliseconds.
    run.on('response', (_client, _status, _bytes, milliseconds) => durations.push(milliseconds))
  })
  if (non2xx > 0 || errors > 0) {
    throw new Error(`${non2xx} answers were not 2xx, and ${errors} requests failed`)
  }
  durations.sort((a, b) => a - b)
  const at = (share: number): number => durations[Math.floor(share * (durations.length - 1))]!
  const work = ((await server.processorTime()) - spent) / durations.length
  return { rate: durations.length / duration, p50: at(0.5), p99: at(0.99), work }
}
