import { show } from '../../validate/text/show.ts'
import { NoSuchHost } from './out-of-reach.ts'
import { TryAgain } from './try-again.ts'
import { Unreachable } from './unreachable.ts'

/** Turns what a socket throws into what happened, in words. Anything that is no failure of the network is a bug. */
export function transportFailure(error: unknown, host: string, timeoutMs: number): unknown {
  if (error instanceof Unreachable || error instanceof TryAgain) return error
  const { name, code } = error as { name?: string; code?: unknown }
  if (name === 'TimeoutError') return new TryAgain(host, `did not answer within ${timeoutMs / 1_000} s`)
  if (typeof code !== 'string') return error
  if (code === 'ENOTFOUND') return new NoSuchHost(`There is no host ${show(host)}.`)
  return new TryAgain(host, what(code))
}

function what(code: string): string {
  if (code === 'EAI_AGAIN') return 'could not be looked up'
  if (code === 'ECONNREFUSED') return 'refused the connection'
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') return 'could not be connected to in time'
  if (/CERT|SIGNATURE|SSL|TLS/.test(code)) return `has no certificate that can be trusted (${code})`
  return `broke the connection off (${code})`
}
