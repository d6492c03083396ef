import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { GitHubContract } from './contract.ts'
import { answerSignIn, newDeviceFlow, type DeviceFlow } from './device-flow.ts'
import { NOT_FOUND, type ApiAnswer, type Permission, type Route, type Routes } from './route.ts'
import { ACCOUNT_ROUTES } from './routes/accounts.ts'
import { CHECK_ROUTES } from './routes/checks.ts'
import { ISSUE_ROUTES } from './routes/issues.ts'
import { PULL_ROUTES } from './routes/pulls.ts'
import { RELEASE_ROUTES } from './routes/releases.ts'
import { REPOSITORY_ROUTES } from './routes/repositories.ts'
import type { World } from './world.ts'

const ROUTES: Routes = {
  ...ACCOUNT_ROUTES,
  ...CHECK_ROUTES,
  ...ISSUE_ROUTES,
  ...PULL_ROUTES,
  ...REPOSITORY_ROUTES,
  ...RELEASE_ROUTES,
}
const MATCHERS = Object.entries(ROUTES).map(([operation, route]) => {
  const [method = '', template = ''] = operation.split(' ')
  const pattern = template.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  return { operation, method, pattern: new RegExp(`^${pattern}$`), route }
})

/** A request as it came in. */
export interface Call {
  /** `PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge` */
  operation: string
  path: string
  body: Record<string, unknown>
  /** What was answered; absent where the connection broke. */
  status?: number
}

/** Something that goes wrong: before or after the request has had its effect. */
export interface Fault {
  /** Whether it strikes a call. */
  strikes(call: Call): boolean
  how: '500' | 'rate limit' | 'single sign-on' | 'reset'
  when: 'before' | 'after'
}

/** Who uses a token, and what it may write. */
export interface Token {
  login: string
  may: readonly Permission[]
  /** The scopes of a person's token. */
  scopes?: readonly string[]
}

export interface GitHubServer {
  url: string
  calls: Call[]
  faults: Fault[]
  /** How people sign in by a code. */
  device: DeviceFlow
  /** Everything that GitHub would not have understood, or not have said. */
  problems: string[]
  stop(): Promise<void>
}

/** Serves GitHub's API for a world, on loopback. */
export async function serveGitHub(
  world: World,
  contract: GitHubContract,
  tokens: Record<string, Token>,
): Promise<GitHubServer> {
  const state = {
    calls: [] as Call[],
    faults: [] as Fault[],
    problems: [] as string[],
    device: newDeviceFlow(),
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      state.problems.push(String((error as Error).stack))
      response.writeHead(500).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { ...state, url, stop: () => stop(server) }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, 'http://github.test')
    const text = await read(request)
    const signIn = answerSignIn(pathname, text, state.device)
    if (signIn) return send(response, signIn)
    const match = MATCHERS.find(({ method, pattern }) => method === request.method && pattern.test(pathname))
    if (!match) {
      state.problems.push(`the stand-in has no ${request.method} ${pathname}`)
      return send(response, { status: 501, body: { message: 'Not implemented' } })
    }
    const { operation, pattern, route } = match
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
    const call: Call = { operation, path: pathname, body }
    state.calls.push(call)
    state.problems.push(...contract.requestFaults(operation, text === '' ? undefined : body))
    const fault = state.faults.find((item) => item.strikes(call))
    if (fault?.when === 'before') return strike(response, fault)
    const secret = request.headers.authorization?.replace(/^token /, '')
    const token = tokens[secret ?? '']
    if (secret !== undefined && !token) {
      return send(response, { status: 401, body: { message: 'Bad credentials' } })
    }
    const parameters = Object.fromEntries(
      Object.entries(pattern.exec(pathname)!.groups ?? {}).map(([key, value]) => [
        key,
        decodeURIComponent(value),
      ]),
    )
    const login = token?.login ?? ''
    const scopes = token?.scopes
    const said =
      refusalOf(route, token, parameters.owner, world) ??
      route.answer({ parameters, query: searchParams, body, login, scopes, world })
    if (fault) return strike(response, fault)
    const paged = page(said, new URL(url + request.url!))
    const full = paged.body === undefined ? undefined : contract.complete(operation, said.status, paged.body)
    if (said.status < 400) state.problems.push(...contract.answerFaults(operation, said.status, full))
    const etag = `"${createHash('sha256')
      .update(JSON.stringify(full) ?? '')
      .digest('hex')}"`
    const isKnown = said.status === 200 && request.headers['if-none-match'] === etag
    const answer = isKnown ? { status: 304 } : { status: said.status, body: full }
    call.status = answer.status
    send(response, answer, paged.link, { etag, ...(scopes && { 'x-oauth-scopes': scopes.join(', ') }) })
  }
}

/** People may do with their own repositories what their scopes allow; GitHub tells them that all else is not there. */
function refusalOf(
  { needs, byAnybody }: Route,
  token: Token | undefined,
  owner: string | undefined,
  { permissions }: World,
): ApiAnswer | undefined {
  if (!needs) return undefined
  if (!token?.scopes) {
    const may = needs.some((permission) => token?.may.includes(permission))
    return may ? undefined : { status: 403, body: { message: 'Resource not accessible by integration' } }
  }
  const isTheirs = owner === token.login || permissions.get(token.login) === 'write'
  const may = token.scopes.some((scope) => scope === 'repo' || scope === 'public_repo')
  return may && (byAnybody || isTheirs) ? undefined : NOT_FOUND
}

/** Cuts a list into pages and links to the next one. */
function page({ body }: ApiAnswer, url: URL): { body: unknown; link?: string } {
  if (!Array.isArray(body)) return { body }
  const size = Number(url.searchParams.get('per_page') ?? 30)
  const number = Number(url.searchParams.get('page') ?? 1)
  const items = body.slice((number - 1) * size, number * size)
  if (number * size >= body.length) return { body: items }
  url.searchParams.set('page', String(number + 1))
  return { body: items, link: `<${url.href}>; rel="next"` }
}

function strike(response: ServerResponse, { how }: Fault): void {
  if (how === 'reset') return void response.socket?.resetAndDestroy()
  if (how === '500') return send(response, { status: 500, body: { message: 'Server Error' } })
  if (how === 'single sign-on') {
    const sso = { 'x-github-sso': 'required; url=https://github.test/orgs/registry/sso?request=1' }
    const message = 'Resource protected by organization SAML enforcement.'
    return send(response, { status: 403, body: { message } }, undefined, sso)
  }
  const headers = {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600),
  }
  send(response, { status: 403, body: { message: 'API rate limit exceeded' } }, undefined, headers)
}

function send(
  response: ServerResponse,
  { status, body }: ApiAnswer,
  link?: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(link && { link }),
    ...headers,
  })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

async function read(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
