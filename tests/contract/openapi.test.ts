import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { createHandler, type Handler } from '../../src/api/handler/handler.ts'
import { memoryAssets } from '../support/memory-assets.ts'
import { OpenApiContract, type Answer, type Operation } from '../support/openapi-contract.ts'
import { fixtureFiles } from './fixture.ts'
import { CASES, type Case } from './requests.ts'

const yaml = readFileSync(new URL('../../src/api/openapi.yaml', import.meta.url), 'utf8')
const contract = new OpenApiContract(yaml)
const exercised = new Set<string>()
let handler: Handler

beforeAll(async () => {
  handler = createHandler(memoryAssets(await fixtureFiles()))
})

test('the document is valid OpenAPI', async () => {
  expect(await new Validator().validate(yaml)).toEqual({ valid: true })
})

test('the document says what ToolHive looks for', () => {
  const { version, description } = contract.document.info as { version: string; description: string }
  expect(version).toBe('1.0.0')
  expect(description).toContain('https://github.com/modelcontextprotocol/registry')
})

test('both prefixes offer the same', () => {
  const of = (prefix: string) => contract.operations.filter(({ path }) => path.startsWith(`${prefix}/`))
  expect(of('/v0').map((operation) => ({ ...operation, path: operation.path.slice(3) }))).toEqual(
    of('/v0.1').map((operation) => ({ ...operation, path: operation.path.slice(5) })),
  )
})

async function ask(
  { path, method = 'GET', headers, body }: Omit<Case, 'status'>,
  of = handler,
): Promise<Answer> {
  const request = new Request(`https://registry.example${path}`, {
    method,
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
  })
  const response = (await of(request))!
  return { method, path, status: response.status, headers: response.headers, body: await response.text() }
}

function note({ method, status }: Answer, path: string): void {
  const operation = contract.operationFor(method, path)
  if (operation) exercised.add(`${operation.method} ${operation.path} ${status}`)
}

describe.each(['/v0.1', '/v0'])('%s', (prefix) => {
  test.each(CASES.map((request) => ({ method: 'GET', ...request, path: prefix + request.path })))(
    '$method $path: $status',
    async ({ as, ...request }) => {
      const answer = await ask(request)
      const documented = as ? prefix + as : answer.path
      expect(answer.status).toBe(request.status)
      expect(contract.faultsOf(answer, documented)).toEqual([])
      if (answer.status >= 400 && answer.status !== 501) {
        expect(JSON.parse(answer.body)).toMatchObject({ status: answer.status })
      }
      note(answer, documented)
    },
  )

  test.each(CASES.filter(({ method }) => method === undefined))('HEAD $path', async ({ as, ...request }) => {
    const path = prefix + request.path
    const answer = await ask({ ...request, path, method: 'HEAD' })
    expect(answer.status).toBe(request.status)
    expect(contract.faultsOf(answer, as ? prefix + as : path)).toEqual([])
  })

  test.each(operationsBelow(prefix))('$method $path: as on every path', async ({ method, path }) => {
    const address = path.replace('{serverName}', 'com.example%2Ffull').replace(/\{\w+\}/, 'latest')
    if (method === 'OPTIONS') {
      const answer = await ask({ path: address, method })
      expect(answer.status).toBe(204)
      expect(contract.faultsOf(answer)).toEqual([])
      return note(answer, address)
    }
    const withSlash = await ask({ path: `${address}/?a=%2F`, method })
    expect(withSlash.status).toBe(308)
    expect(contract.faultsOf(withSlash, address)).toEqual([])
    expect(withSlash.headers.get('location')).toBe(`${address}?a=%2F`)
    const withNul = await ask({ path: `${address}?a=%00`, method })
    expect(withNul.status).toBe(400)
    expect(contract.faultsOf(withNul)).toEqual([])
    const withTwo = await ask({ path: `/${address}?a=%2F`, method })
    expect(withTwo.status).toBe(301)
    expect(contract.faultsOf(withTwo, address)).toEqual([])
    expect(withTwo.headers.get('location')).toBe(`${address}?a=%2F`)
    for (const answer of [withSlash, withNul, withTwo]) note(answer, address)
  })

  test.each([
    ['/servers', 'Failed to get registry list'],
    ['/servers/com.example%2Ffull/versions', 'Failed to get server versions'],
    ['/servers/com.example%2Ffull/versions/latest', 'Failed to get server details'],
    ['/version', 'Failed to get registry version'],
  ])('%s while the files cannot be read', async (path, detail) => {
    vi.spyOn(console, 'error').mockReturnValue()
    const broken = createHandler({ get: () => Promise.reject(new Error('EIO')) })
    const answer = await ask({ path: prefix + path }, broken)
    expect(JSON.parse(answer.body)).toEqual({ title: 'Internal Server Error', status: 500, detail })
    expect(contract.faultsOf(answer)).toEqual([])
    note(answer, answer.path)
  })

  test.each([
    { path: '/nothing' },
    { path: '/servers/com.example%2Ffull' },
    { path: '/servers/com.example%2Ffull/versions/latest/more' },
    { path: '/publish' },
    { path: '/auth/dns' },
    { path: '/metrics' },
    { path: '/servers', method: 'POST' },
    { path: '/health', method: 'DELETE' },
  ])('nothing at $path', async ({ path, method = 'GET' }) => {
    const answer = await ask({ path: prefix + path, method })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.body).toBe(
      '{"detail":"Endpoint not found. See /docs for the API documentation.","status":404,"title":"Not Found"}',
    )
  })

  test('every answer in the document was given by one of the requests above', () => {
    const declared = operationsBelow(prefix).flatMap(({ method, path, responses }) =>
      Object.keys(responses).map((status) => `${method} ${path} ${status}`),
    )
    expect(declared.filter((answer) => !exercised.has(answer))).toEqual([])
  })
})

/** What the handler answers, without the files. */
function operationsBelow(prefix: string): Operation[] {
  return contract.operations.filter(({ path }) => path.startsWith(`${prefix}/`) && !path.endsWith('.json'))
}

test('a drifting answer is noticed', async () => {
  const answer = await ask({ path: '/v0.1/servers/com.example%2Ffull/versions/latest' })
  expect(contract.faultsOf(answer)).toEqual([])
  const drifts: Partial<Answer>[] = [
    { status: 201 },
    { headers: new Headers({ ...Object.fromEntries(answer.headers), 'content-type': 'text/html' }) },
    { headers: new Headers({ 'content-type': 'application/json' }) },
    { body: answer.body.replace('"isLatest":true', '"isLatest":"true"') },
    { body: answer.body.replace('"status":"active"', '"status":"gone"') },
    { body: answer.body.replace(/"statusChangedAt":"[^"]+",/, '') },
    { body: answer.body.replace('"title":', '"heading":') },
    { body: answer.body.replace(/("publishedAt":"[^"]+)Z"/, '$1.500Z"') },
    { body: answer.body.replace('"positional"', '"nowhere"') },
    { body: answer.body.replace('"isSecret":true', '"isSecret":false') },
  ]
  for (const drift of drifts) {
    expect({ drift, faults: contract.faultsOf({ ...answer, ...drift }) }).not.toMatchObject({ faults: [] })
  }
})
