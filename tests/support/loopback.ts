import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export interface Loopback {
  /** `http://127.0.0.1:<port>` */
  url: string
  port: number
  /** Every request, in order. */
  asked: { method: string; path: string; headers: IncomingHttpHeaders }[]
}

const servers: Server[] = []

afterAll(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A web server on a free port of this machine, gone after the tests of the file. */
export async function serveLoopback(answer: RequestListener): Promise<Loopback> {
  const asked: Loopback['asked'] = []
  const server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request
    asked.push({ method, path, headers })
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, port, asked }
}

export interface Answer {
  status?: number
  headers?: Record<string, string>
  /** Text and bytes as they are, anything else as JSON. */
  body?: unknown
}

/** Answers every path with what stands in the table at that moment, and with 404 where nothing does. */
export function serveTable(table: Record<string, Answer>): Promise<Loopback> {
  return serveLoopback(({ url = '' }, response) => {
    const { status = 200, headers = {}, body = '' } = table[url] ?? { status: 404, body: 'Not Found' }
    const isRaw = typeof body === 'string' || body instanceof Uint8Array
    response.writeHead(status, headers).end(isRaw ? body : JSON.stringify(body))
  })
}
