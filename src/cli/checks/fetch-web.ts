import { OutOfReach } from '../../verify/net/out-of-reach.ts'
import { collect, digest } from '../../verify/net/read-body.ts'
import { Unreachable } from '../../verify/net/unreachable.ts'
import type { WebAnswer, WebClient, WebOptions } from '../../verify/net/web-client.ts'
import { show } from '../../validate/text/show.ts'

const MIB = 2 ** 20
const TRIES = 3

interface Limits {
  maxBytes: number
  timeoutMs: number
}

/**
 * The web for the checks of packages on a person's own computer, by the `fetch` that is there. It goes where that
 * person's own server.json says, so addresses are not guarded as they are at the gate; answers are.
 */
export function fetchWeb(
  fetch: typeof globalThis.fetch,
  sleep: (milliseconds: number) => Promise<void>,
): WebClient {
  async function ask<Content>(
    url: string,
    { headers, redirects, ...given }: WebOptions,
    defaults: Limits,
    read: (chunks: AsyncIterable<Uint8Array>) => Promise<Content>,
  ): Promise<Omit<WebAnswer, 'bytes'> & { content: Content }> {
    const { maxBytes, timeoutMs } = { ...defaults, ...given }
    const { host } = new URL(url)
    for (let tries = 1; ; tries++) {
      try {
        const signal = AbortSignal.timeout(timeoutMs)
        const redirect = redirects === 0 ? 'manual' : 'follow'
        const answer = await fetch(url, { redirect, signal, ...(headers && { headers }) })
        if (answer.status === 429 || answer.status >= 500)
          throw new Unreachable(`it answered ${answer.status}`)
        const content = await read(capped(answer, maxBytes, host))
        return { status: answer.status, headers: answer.headers, url: answer.url || url, content }
      } catch (error) {
        if (error instanceof OutOfReach) throw error
        if (tries === TRIES) throw new Unreachable(`${show(host)} does not answer (${reasonOf(error)}).`)
        await sleep(500 * tries)
      }
    }
  }

  return {
    async get(url, options = {}) {
      const { content, ...answer } = await ask(url, options, { maxBytes: MIB, timeoutMs: 10_000 }, collect)
      return { ...answer, bytes: content }
    },
    async sha256(url, options = {}) {
      const limits = { maxBytes: 512 * MIB, timeoutMs: 180_000 }
      const { content, ...answer } = await ask(url, options, limits, digest)
      return { ...answer, ...content, bytes: Buffer.alloc(0) }
    },
  }
}

async function* capped({ body }: Response, maxBytes: number, host: string): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > maxBytes) throw new OutOfReach(`${show(host)} answers with more than ${maxBytes} bytes.`)
    yield chunk
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreachable) return error.message
  const { name, cause } = error as Error & { cause?: { code?: unknown } }
  if (name === 'TimeoutError') return 'no answer in time'
  return typeof cause?.code === 'string' ? cause.code : 'no connection'
}
