import { show } from '../../validate/text/show.ts'
import { NoSuchHost, OutOfReach } from '../net/out-of-reach.ts'
import type { WebAnswer, WebClient } from '../net/web-client.ts'
import { attemptByRecords, stepTo } from './domain-attempt.ts'
import { readRecords, WELL_KNOWN } from './domain-records.ts'
import { kindOf } from './namespace-kind.ts'
import type { Proof } from './proof.ts'

const MAX_BYTES = 4096
/** Above what counts, so that a file that is too large is told from a server that sends without end. */
const READ_BYTES = 64 * 1024

/** The website of exactly this domain (ownership §5). Redirects would lead to what others wrote. */
export const HTTP: Proof = {
  kind: 'http',
  title: 'Website',
  network: true,
  async attempt(namespace, change, context) {
    const kind = kindOf(namespace)
    if (kind.kind !== 'domain') return undefined
    const url = `https://${kind.domain}${WELL_KNOWN}`
    const place = { where: show(url), add: `Serve at ${show(url)} the line` }
    const served = await read(url, context.web)
    const attempt =
      'text' in served &&
      (await attemptByRecords(readRecords([served.text]), place, namespace, change, context))
    if (attempt) return attempt
    const saw = 'fault' in served ? served.fault : `${show(url)} has no line that begins with \`v=MCPv1;\`.`
    return { proved: false, saw, fix: await stepTo(place, context) }
  },
}

async function read(url: string, web: WebClient): Promise<{ text: string } | { fault: string }> {
  try {
    const limits = { headers: { accept: 'text/plain' }, maxBytes: READ_BYTES, redirects: 0 }
    const answer = await web.get(url, limits)
    const fault = faultOf(answer)
    return fault ? { fault: `${show(url)} ${fault}.` } : { text: answer.bytes.toString('utf8') }
  } catch (error) {
    // The publisher chose the domain, and no later try would find another one.
    if (error instanceof NoSuchHost || error instanceof OutOfReach) return { fault: error.message }
    throw error
  }
}

function faultOf({ status, bytes, headers }: WebAnswer): string | undefined {
  if (status === 200) {
    return bytes.length > MAX_BYTES ? `has ${bytes.length} bytes; at most ${MAX_BYTES} are read` : undefined
  }
  const location = headers.get('location')
  return location === null
    ? `answered ${status}`
    : `redirects to ${show(location)}, and redirects are not followed`
}
