import type { IncomingMessage, ServerResponse } from 'node:http'
import { digestOf } from './oci-push.ts'
import { serveLoopback, type Loopback } from './loopback.ts'

export interface OciRegistry {
  url: string
  /** Where it sends clients on to for the content of blobs. */
  files: Loopback
  asked: Loopback['asked']
  /** Repositories that nobody without an account may read. */
  private: Set<string>
  /** Manifests by `repository/reference`, for damage. */
  manifests: Map<string, Stored>
  /** Blobs by digest, for damage. */
  blobs: Map<string, Buffer>
  /** The challenge that it answers with instead of its own. */
  challenge?: string
}

interface Stored {
  type: string
  bytes: Buffer
}

type Handler = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void

/**
 * A small registry of images: the distribution API as far as pushing and pulling need it, tokens as Docker Hub and
 * GitHub want them for reading, and blobs behind a redirect to a storage that refuses credentials, as theirs does.
 */
export async function startOciRegistry(): Promise<OciRegistry> {
  const manifests = new Map<string, Stored>()
  const blobs = new Map<string, Buffer>()
  const files = await serveLoopback(({ url = '', headers }, response) => {
    const bytes = blobs.get(url.slice(1))
    if (headers.authorization) response.writeHead(400).end('Only one auth mechanism allowed')
    else response.writeHead(bytes ? 200 : 404).end(bytes)
  })
  const server = await serveLoopback((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => handle(request, response, Buffer.concat(chunks)))
  })
  const registry: OciRegistry = {
    url: server.url,
    files,
    asked: server.asked,
    private: new Set(),
    manifests,
    blobs,
  }
  return registry

  function handle(...[request, response, body]: Parameters<Handler>): void {
    const { pathname, searchParams } = new URL(request.url!, server.url)
    if (pathname === '/token') return giveToken(searchParams, response)
    const route = /^\/v2\/(.+)\/(manifests|blobs|tags)\/(.+)$/.exec(pathname)
    if (!route) return refuse(response, 404, 'UNSUPPORTED')
    const [, repository = '', kind = '', reference = ''] = route
    if (request.method === 'POST') {
      return void response.writeHead(202, { location: `${pathname}upload` }).end()
    }
    if (request.method === 'PUT')
      return store(kind, repository, reference, searchParams, request, response, body)
    if (request.headers.authorization !== `Bearer ${tokenFor(repository)}`)
      return challenge(repository, response)
    if (kind === 'tags') return listTags(repository, response)
    if (kind === 'blobs') {
      return void response.writeHead(307, { location: `${files.url}/${reference}` }).end()
    }
    const found = manifests.get(`${repository}/${reference}`)
    if (!found) return refuse(response, 404, 'MANIFEST_UNKNOWN')
    response.writeHead(200, { 'content-type': found.type }).end(found.bytes)
  }

  function store(
    kind: string,
    repository: string,
    reference: string,
    parameters: URLSearchParams,
    { headers }: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
  ): void {
    const digest = digestOf(body)
    if (kind === 'blobs') {
      if (parameters.get('digest') !== digest) return refuse(response, 400, 'DIGEST_INVALID')
      blobs.set(digest, body)
    } else {
      const stored = { type: headers['content-type'] ?? '', bytes: body }
      manifests.set(`${repository}/${reference}`, stored).set(`${repository}/${digest}`, stored)
    }
    response.writeHead(201, { 'docker-content-digest': digest }).end()
  }

  function challenge(repository: string, response: ServerResponse): void {
    const own = `Bearer realm="${server.url}/token",service="registry",scope="repository:${repository}:pull"`
    response.setHeader('www-authenticate', registry.challenge ?? own)
    refuse(response, 401, 'UNAUTHORIZED')
  }

  function giveToken(parameters: URLSearchParams, response: ServerResponse): void {
    const repository = /^repository:(.+):pull$/.exec(parameters.get('scope') ?? '')?.[1] ?? ''
    if (parameters.get('service') !== 'registry') return refuse(response, 400, 'UNSUPPORTED')
    if (registry.private.has(repository)) return refuse(response, 403, 'DENIED')
    response.end(JSON.stringify({ token: tokenFor(repository) }))
  }

  function listTags(repository: string, response: ServerResponse): void {
    const tags = [...manifests.keys()]
      .filter((key) => key.startsWith(`${repository}/`) && !key.includes(':'))
      .map((key) => key.slice(repository.length + 1))
    response.end(JSON.stringify({ name: repository, tags: tags.sort() }))
  }
}

function tokenFor(repository: string): string {
  return Buffer.from(`anonymous ${repository}`).toString('base64')
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status).end(JSON.stringify({ errors: [{ code, message: code, detail: null }] }))
}
