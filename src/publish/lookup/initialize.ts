import { isRecord } from '../../validate/structure/violations.ts'
import { valueAt } from '../loose.ts'
import type { Reply } from './ask.ts'

/** The first message of every client. Source: MCP lifecycle, initialization. */
export const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'mcp-git', version: '1.0.0' },
  },
}

/** What a server says about itself in the answer, as JSON or as the first event of a stream; `undefined` otherwise. */
export function serverInfoIn({ status, headers, text }: Reply): Record<string, unknown> | undefined {
  if (status !== 200) return undefined
  const isStream = (headers.get('content-type') ?? '').startsWith('text/event-stream')
  for (const message of isStream ? eventsIn(text) : [text]) {
    const result = valueAt(parse(message), 'result')
    if (!isRecord(result) || typeof result.protocolVersion !== 'string') continue
    return isRecord(result.serverInfo) ? result.serverInfo : {}
  }
  return undefined
}

/** The data of every complete event. Source: HTML, server-sent events. */
function eventsIn(text: string): string[] {
  const events = text.replace(/\r\n?/g, '\n').split('\n\n').slice(0, -1)
  return events.map((event) =>
    event
      .split('\n')
      .filter((line) => line.startsWith('data:'))
      .map((line) => line.slice(5).trimStart())
      .join('\n'),
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
