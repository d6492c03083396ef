/**
 * The least that an answer over HTTP can cost: a bare server that sends bytes which it holds in memory. It takes them
 * from the handler at ORIGIN, for the paths in a JSON file, and prints its port: `node bare-server.ts ORIGIN FILE`.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const [origin, file] = process.argv.slice(2) as [string, string]

const answers = new Map<string, { type: string; body: Buffer }>()
for (const path of JSON.parse(readFileSync(file, 'utf8')) as string[]) {
  const response = await fetch(origin + path, { headers: { 'accept-encoding': 'identity' } })
  if (!response.ok) throw new Error(`${path} is answered with ${response.status}`)
  const body = Buffer.from(await response.arrayBuffer())
  answers.set(path, { type: response.headers.get('content-type')!, body })
}

const server = createServer((request, response) => {
  const { type, body } = answers.get(request.url!)!
  response.writeHead(200, { 'content-type': type, 'content-length': body.length })
  response.end(body)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
