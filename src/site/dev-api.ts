import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { ViteDevServer } from 'vite'
import type { ApiFile } from '../api/emit/api-file.ts'
import { apiFiles } from '../api/emit/api-files.ts'
import { createHandler, type Handler } from '../api/handler/handler.ts'
import { SERVERS } from '../model/tree-path.ts'
import { INDEX_FOLDER, searchFiles } from './search/search-index.ts'
import { CLI_FILES, cliFiles } from './emit/cli/cli-files.ts'
import { partFiles, sharedFiles } from './emit/site-files.ts'
import { registry, siteServers } from './shared-registry.ts'

type Files = Map<string, Uint8Array>

interface Api {
  files: Files
  handle: Handler
  /** Made at the first search. */
  searchFiles?: Promise<Files>
  /** Made when the program is first asked for. */
  cliFiles?: Promise<Files>
}

const TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.yaml': 'application/yaml',
  '.ndjson': 'application/x-ndjson',
  '.js': 'text/javascript',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.toml': 'application/toml',
  '.tgz': 'application/gzip',
}

/** Answers API requests in `astro dev`, before Astro looks for a page, and follows changes in `servers/`. */
export function serveApi(server: ViteDevServer): void {
  let api: Promise<Api> | undefined
  server.middlewares.use((incoming, outgoing, next) => {
    api ??= makeApi()
    api
      .then((made) => answer(made, incoming))
      .then((response) => (response ? send(response, outgoing) : next()))
      .catch((error: unknown) => {
        api = undefined
        next(error)
      })
  })
  onChange(server, () => {
    registry().forget()
    api = undefined
    server.ws.send({ type: 'full-reload' })
  })
}

async function makeApi(): Promise<Api> {
  const { catalog, config } = registry()
  const made = await catalog()
  const files = toFiles([...apiFiles(made, config), ...sharedFiles(made, config), ...partFiles(made, config)])
  return { files, handle: createHandler({ get: async (path) => files.get(path) }, { base: config.base }) }
}

function toFiles(made: Iterable<ApiFile>): Files {
  const encoder = new TextEncoder()
  const files: Files = new Map()
  for (const { path, body } of made) files.set(path, typeof body === 'string' ? encoder.encode(body) : body)
  return files
}

/** What the handler does not answer may still be a file: `openapi.yaml`, or a part of the search index. */
async function answer(api: Api, incoming: IncomingMessage): Promise<Response | undefined> {
  const { config } = registry()
  const { base } = config
  // Vite takes the base off `url`; the handler wants to see what was asked for.
  const { originalUrl = incoming.url ?? '/' } = incoming as { originalUrl?: string; url?: string }
  const url = new URL(originalUrl, 'http://localhost')
  const response = await api.handle(requestOf(incoming, url))
  if (response || !url.pathname.startsWith(base)) return response
  const path = url.pathname.slice(base.length)
  const isSearch = path.startsWith(`${INDEX_FOLDER}/`)
  if (isSearch) api.searchFiles ??= searchFiles(await siteServers(), config)
  if (CLI_FILES.includes(path)) api.cliFiles ??= cliFiles(config, 0).then(toFiles)
  const file =
    ((isSearch && (await api.searchFiles)) || api.files).get(path) ?? (await api.cliFiles)?.get(path)
  const type = TYPES[extname(path)] ?? 'application/octet-stream'
  return file && new Response(new Uint8Array(file), { headers: { 'content-type': type } })
}

function requestOf(incoming: IncomingMessage, url: URL): Request {
  const { method = 'GET', headers } = incoming
  const copy = new Headers()
  for (const [name, value] of Object.entries(headers))
    for (const item of [value ?? []].flat()) copy.append(name, item)
  // The DOM's type does not know `duplex`, and Node insists on it for a body that is a stream.
  const body = { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }
  return new Request(url, { method, headers: copy, ...(method !== 'GET' && method !== 'HEAD' && body) })
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(new Uint8Array(await response.arrayBuffer()))
}

/** A checkout changes many files at once and is one change. */
function onChange({ watcher }: ViteDevServer, act: () => void): void {
  const folder = join(registry().root, SERVERS)
  let timer: NodeJS.Timeout | undefined
  watcher.add(folder)
  watcher.on('all', (_event, path) => {
    if (!path.startsWith(folder)) return
    clearTimeout(timer)
    timer = setTimeout(act, 100)
  })
}
