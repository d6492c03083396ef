import { toJson } from '../json.ts'
import { problemDocument } from '../problem.ts'
import { healthDocument, pingDocument, versionDocument } from '../small-documents.ts'
import { answerList, answerVersion, answerVersions, type Answer } from './answers.ts'
import { answerValidate } from './answer-validate.ts'
import type { Assets } from './assets.ts'
import { RecordStore, type Generation, type StoreOptions } from './record-store.ts'
import { documentReply, movedReply, preflightReply, problemReply, unchangedReply } from './reply.ts'
import { routeOf, type Route } from './route.ts'

export interface HandlerOptions extends StoreOptions {
  /** The path that the registry is served at, with a `/` at both ends. */
  base?: string
  /** Where pull requests go, for the answer to those who try to publish by HTTP. */
  publishUrl?: string
}

export type Handler = (request: Request) => Promise<Response | undefined>

/** `servers.json` is a file for hosts and links, and no endpoint. */
const API = /^\/v0(?:\.1)?(?=\/|$)(?!\/servers\.json$)/

/**
 * Makes the request handler: the official API's queries over the files of a built registry, on any platform with
 * `Request` and `Response`. It answers `undefined` for paths outside `/v0` and `/v0.1`.
 */
export function createHandler(assets: Assets, options: HandlerOptions = {}): Handler {
  const { base = '/', publishUrl } = options
  const store = new RecordStore(assets, options)
  return async (request) => {
    const url = new URL(request.url)
    const pathname = url.pathname.replace(/\/{2,}/g, '/')
    if (!pathname.startsWith(base)) return undefined
    const prefix = API.exec(pathname.slice(base.length - 1))?.[0]
    if (!prefix) return undefined
    if (pathname !== url.pathname) return movedReply(301, `${pathname}${url.search}`)
    const response = await answer(request, url, pathname.slice(base.length - 1 + prefix.length))
    return request.method === 'HEAD' ? new Response(null, response) : response
  }

  async function answer(request: Request, url: URL, path: string): Promise<Response> {
    if (request.method === 'OPTIONS') return preflightReply(request)
    const nul = nulIn(url)
    if (nul) {
      return problemReply(400, problemDocument(400, `Invalid request: ${nul} null bytes`), 'application/json')
    }
    if (path.endsWith('/')) return movedReply(308, `${url.pathname.replace(/\/+$/, '')}${url.search}`)
    const route = routeOf(path)
    if (route.kind === 'malformed') {
      return problemReply(400, problemDocument(400, `Invalid ${route.what} encoding`))
    }
    if (request.method === 'GET' || request.method === 'HEAD') return read(request, route, url)
    if (request.method === 'POST' && route.kind === 'validate') return answerValidate(request)
    return refuseToWrite(request.method, route, publishUrl)
  }

  async function read(
    request: Request,
    route: Route,
    { pathname, search, searchParams }: URL,
  ): Promise<Response> {
    const address = pathname + search
    switch (route.kind) {
      case 'list':
        return known(request, address, 'registry list', (generation) => answerList(generation, searchParams))
      case 'versions':
        return known(request, address, 'server versions', (generation) =>
          answerVersions(generation, route, searchParams),
        )
      case 'version':
        return known(request, address, 'server details', (generation) =>
          answerVersion(generation, route, searchParams),
        )
      case 'version-info':
        return guarded('registry version', async ({ head }) => documentReply(versionDocument(head)))
      case 'health':
        return documentReply(healthDocument())
      case 'ping':
        return documentReply(pingDocument())
      default:
        return unknownEndpoint(route)
    }
  }

  /** Answers from the records: not at all where the client has this state, and from memory where it can. */
  function known(
    request: Request,
    address: string,
    subject: string,
    answerFrom: (generation: Generation) => Answer,
  ): Promise<Response> {
    return guarded(subject, async (generation) => {
      const etag = `W/"${generation.head.generation}"`
      let document = generation.documents.get(address)
      const answer = document ? undefined : answerFrom(generation)
      if (answer && 'body' in answer) return problemReply(answer.status, answer.body)
      if (matches(request.headers.get('if-none-match'), etag)) return unchangedReply(etag)
      if (answer) generation.documents.set(address, (document = await answer()))
      return documentReply(document!, etag)
    })
  }

  /** A file that cannot be read is told as the official server tells a database that does not answer. */
  async function guarded(
    subject: string,
    use: (generation: Generation) => Promise<Response>,
  ): Promise<Response> {
    try {
      return await store.with(use)
    } catch (error) {
      console.error(error)
      return problemReply(500, problemDocument(500, `Failed to get ${subject}`))
    }
  }
}

function matches(header: string | null, etag: string): boolean {
  if (!header) return false
  if (header.trim() === '*') return true
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag.slice(2))
}

function nulIn(url: URL): string | undefined {
  if (/%00/i.test(url.pathname)) return 'URL path contains'
  return /%00/i.test(url.search) ? 'query parameters contain' : undefined
}

const REFUSALS: Partial<Record<Route['kind'], string>> = {
  publish: 'Publishing is not supported by this registry',
  auth: 'Publishing is not supported by this registry',
  version: 'Updates are not supported by this registry',
  status: 'Updates are not supported by this registry',
}

/** What a static registry leaves to pull requests, told with the generic API's body (official API §15). */
function refuseToWrite(method: string, route: Route, publishUrl: string | undefined): Response {
  const deletes = method === 'DELETE' && (route.kind === 'version' || route.kind === 'versions')
  const error = deletes ? 'Deletion is not supported by this registry' : REFUSALS[route.kind]
  if (!error) return unknownEndpoint(route)
  const instead = publishUrl ? `Open a pull request instead: ${publishUrl}` : 'Open a pull request instead.'
  return problemReply(501, `${toJson({ error, detail: instead })}\n`, 'application/json')
}

/** The official catch-all: keys in alphabetical order and no line break. */
function unknownEndpoint(route: Route): Response {
  const hint = route.kind === 'root' ? " Did you mean '/v0.1/servers' or '/v0/servers'?" : ''
  const detail = `Endpoint not found.${hint} See /docs for the API documentation.`
  return problemReply(404, toJson({ detail, status: 404, title: 'Not Found' }))
}
