import { variablesIn } from '../../validate/packages/templates.ts'
import { show } from '../../validate/text/show.ts'
import type { Clue } from '../clue.ts'
import { known, textAt } from '../loose.ts'
import { oneLine } from '../plain-text.ts'
import { websiteFrom } from '../website.ts'
import { clueFromAddress } from './address.ts'
import { ask, type Fetch, type Reply } from './ask.ts'
import { serverInfoIn, INITIALIZE } from './initialize.ts'
import { LookupError } from './lookup-error.ts'

/** Of an answer to a greeting, which takes a few lines. */
const LARGEST = 256 * 1024

/**
 * Knocks at a remote server as a client would, and tells what it says about itself and whether it wants a sign-in.
 *
 * @throws LookupError where nobody can reach the address, or where something else than an MCP server is there
 */
export async function clueFromUrl(address: string, fetch: Fetch): Promise<Clue> {
  const clue = clueFromAddress(address)
  const { type, url } = clue.server.remotes![0] as { type: string; url: string }
  if (variablesIn(url).length > 0) return clue
  const isOld = type === 'sse'
  const reply = await (isOld ? openStream(url, fetch) : sayHello(url, fetch))
  if (reply.status === 401 || reply.status === 403) return { ...clue, ...guarded(clue, reply) }
  const info = isOld ? isStream(reply) && {} : serverInfoIn(reply)
  if (!info) throw notMcp(url, reply)
  return {
    ...clue,
    says: `${clue.says}, no sign-in`,
    server: { ...clue.server, ...aboutItself(info) },
  }
}

function sayHello(url: string, fetch: Fetch): Promise<Reply> {
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
  const init: RequestInit = { method: 'POST', headers, body: JSON.stringify(INITIALIZE), redirect: 'manual' }
  return ask(fetch, url, init, {
    maxBytes: LARGEST,
    isEnough: (text, answered) => serverInfoIn({ status: 200, headers: answered, text }) !== undefined,
  })
}

/** A server of the old transport keeps its answer open; that it began is enough. */
function openStream(url: string, fetch: Fetch): Promise<Reply> {
  const init: RequestInit = { headers: { accept: 'text/event-stream' }, redirect: 'manual' }
  return ask(fetch, url, init, { maxBytes: LARGEST, isEnough: () => true })
}

function isStream({ status, headers }: Reply): boolean {
  return status === 200 && (headers.get('content-type') ?? '').startsWith('text/event-stream')
}

/** Source: MCP authorization: 401 with `WWW-Authenticate` leads a client to the sign-in by itself. */
function guarded({ says, warnings }: Clue, { status, headers }: Reply): Pick<Clue, 'says' | 'warnings'> {
  if (status === 401 && headers.has('www-authenticate')) return { says: `${says}, needs sign-in`, warnings }
  return {
    says: `${says}, refuses strangers`,
    warnings: [
      ...warnings,
      `It answers ${status} without \`WWW-Authenticate\`, so clients cannot lead people to a sign-in. If it wants a key, list the header that carries it.`,
    ],
  }
}

function aboutItself(info: Record<string, unknown>): Clue['server'] {
  const description = textAt(info, 'description')
  return known({
    title: textAt(info, 'title'),
    description: description && oneLine(description),
    version: textAt(info, 'version'),
    websiteUrl: websiteFrom(textAt(info, 'websiteUrl')),
  })
}

function notMcp(url: string, { status, headers }: Reply): LookupError {
  const location = headers.get('location')
  if (status >= 300 && status < 400 && location && URL.canParse(location, url)) {
    const target = new URL(location, url).href
    return new LookupError(
      `${show(url)} leads on to another address.`,
      `Use that one, if it is yours: ${show(target)}.`,
    )
  }
  const type = headers.get('content-type')?.split(';')[0]
  const saw = `${show(url)} did not answer like an MCP server: ${status}${type ? `, ${show(type)}` : ''}.`
  if (status >= 500 || status === 429) {
    return new LookupError(saw, 'See whether the server runs, and try again.', { isTemporary: true })
  }
  return new LookupError(
    saw,
    'Check the path, which is often /mcp or /sse. A sign-in is fine: then it should answer 401 with `WWW-Authenticate`.',
  )
}
