import { createUDPServer, Packet } from 'dns2'
import { once } from 'node:events'
import { afterAll } from 'vitest'

/** The TXT records of each domain, each a string or the strings that it is made of; or how the server fails. */
export type Zone = Record<string, readonly (string | string[])[] | 'servfail' | 'silence'>

const SERVFAIL = 2
const NXDOMAIN = 3

const servers: ReturnType<typeof createUDPServer>[] = []

afterAll(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A DNS server on a free port of this machine that says what stands in the zone; gives `127.0.0.1:<port>`. */
export async function serveDns(zone: Zone): Promise<string> {
  const server = createUDPServer((request, send) => {
    const { name } = request.questions[0]!
    const records = zone[name.toLowerCase()]
    if (records === 'silence') return
    const response = Packet.createResponseFromRequest(request)
    if (records === undefined) response.header.rcode = NXDOMAIN
    else if (records === 'servfail') response.header.rcode = SERVFAIL
    else {
      for (const data of records) {
        const record = { name, type: Packet.TYPE.TXT, class: Packet.CLASS.IN, ttl: 60, data }
        response.answers.push(record as Packet['answers'][number])
      }
    }
    void send(response)
  })
  servers.push(server)
  void server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `127.0.0.1:${server.address().port}`
}
