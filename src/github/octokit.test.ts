import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { connectToGitHub } from './octokit.ts'

test('waits as long as GitHub says, and asks again', async () => {
  const authorizations: (string | undefined)[] = []
  const server = createServer((request, response) => {
    authorizations.push(request.headers.authorization)
    const first = authorizations.length === 1
    response.writeHead(first ? 429 : 200, { 'content-type': 'application/json', 'retry-after': '1' })
    response.end(JSON.stringify(first ? { message: 'You have exceeded a secondary rate limit' } : { id: 1 }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = connectToGitHub({ GITHUB_API_URL: url, GITHUB_TOKEN: 'secret' })
  const start = Date.now()
  expect((await client.request('GET /repos/{owner}/{repo}', { owner: 'a', repo: 'b' })).data.id).toBe(1)
  expect(Date.now() - start).toBeGreaterThanOrEqual(1000)
  expect(authorizations).toEqual(['token secret', 'token secret'])
  server.closeAllConnections()
  server.close()
})
