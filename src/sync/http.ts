import { RegistryError } from '../model/registry-error.ts'
import type { SyncContext } from './context.ts'

const ATTEMPTS = 6
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 60_000
const TIMEOUT = 60_000
/** A static registry of 30,000 servers is one document of about 40 MB. */
const MAX_BYTES = 256 * 1024 * 1024

export interface GetOptions {
  attempts?: number
  /** For one attempt, body included; milliseconds. */
  timeout?: number
  maxBytes?: number
}

export interface Answer {
  status: number
  bytes: Buffer
  /** The server's clock when it made the answer, in milliseconds since 1970. */
  date?: number
}

/** The JSON in a body; `undefined` where it is anything else. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

/** Thrown inside an attempt where another one may succeed. */
class Transient extends Error {
  readonly pause: number | undefined

  constructor(message: string, pause?: number) {
    super(message)
    this.pause = pause
  }
}

/**
 * Gets a document. Failures of the network, time-outs, 429 and 5xx are tried again, with growing pauses or with
 * the one that the server asks for. The time-out covers the body, and no body is read without end.
 *
 * @throws RegistryError R610 where the source does not answer, or says that something is wrong with the request
 */
export async function get(
  url: string,
  { fetch, sleep }: Pick<SyncContext, 'fetch' | 'sleep'>,
  { attempts = ATTEMPTS, timeout = TIMEOUT, maxBytes = MAX_BYTES }: GetOptions = {},
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(url, fetch, timeout, maxBytes)
    } catch (error) {
      if (error instanceof RegistryError) throw error
      const pause = (error as Transient).pause ?? backOff(attempt)
      if (attempt === attempts || pause > LONGEST_PAUSE) throw gaveUp(url, attempt, pause, error as Error)
      await sleep(pause)
    }
  }
}

async function attemptOnce(
  url: string,
  fetch: SyncContext['fetch'],
  timeout: number,
  maxBytes: number,
): Promise<Answer> {
  const response = await fetch(url, {
    headers: { accept: 'application/json', 'user-agent': 'mcp-git-registry (npm run sync)' },
    signal: AbortSignal.timeout(timeout),
  })
  const { status, headers } = response
  if (status === 408 || status === 429 || status >= 500) {
    await response.body?.cancel()
    throw new Transient(`it answered ${status}`, retryAfter(headers.get('retry-after')))
  }
  const bytes = await readBody(response, maxBytes)
  const date = Date.parse(headers.get('date') ?? '')
  return { status, bytes, ...(Number.isFinite(date) && { date }) }
}

async function readBody(response: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > maxBytes) {
      throw new RegistryError(
        'R610',
        `${response.url} answers with more than ${Math.floor(maxBytes / 2 ** 20)} MiB.`,
        {
          fix: 'Use a registry that pages its list, or a file.',
        },
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Seconds or a date, in milliseconds from now; `undefined` where the header is absent or neither. */
function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now()
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined
}

/** Twice as long every time, and never quite the same, so that many mirrors do not come back at once. */
function backOff(attempt: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2)
}

function gaveUp(url: string, attempts: number, pause: number, cause: Error): RegistryError {
  const tries = attempts === 1 ? 'one attempt' : `${attempts} attempts`
  const why = cause.name === 'TimeoutError' ? 'it took too long' : cause.message
  const wish =
    pause > LONGEST_PAUSE ? `, and it wants to be left alone for ${Math.ceil(pause / 60_000)} minutes` : ''
  return new RegistryError('R610', `${url} cannot be read: ${why}${reason(cause)} (after ${tries}${wish}).`, {
    fix: 'Nothing was written. Run the command again later.',
    cause,
  })
}

/** What fetch keeps in the cause of its "fetch failed". */
function reason({ cause }: Error): string {
  return cause instanceof Error && cause.message ? `, ${cause.message}` : ''
}
