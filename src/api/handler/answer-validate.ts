import { joinBytes } from '../join-bytes.ts'
import { toJson } from '../json.ts'
import { problemDocument } from '../problem.ts'
import { postedReply } from './reply.ts'

const MAX_BODY = 1024 * 1024

/** POST …/validate (official API §10): the offline rules of the official registry, all issues at once. */
export async function answerValidate(request: Request): Promise<Response> {
  const type = request.headers.get('content-type')
  if (type && !/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)) {
    return postedReply(415, problemDocument(415, `unknown content type: ${type}`))
  }
  const text = await readBody(request)
  if (text === undefined) {
    return postedReply(413, problemDocument(413, `request body is too large limit=${MAX_BODY} bytes`))
  }
  // The validator and its schemas are most of the handler's code, and few requests need them.
  const { toUpstreamIssues } = await import('../../validate/upstream-issues.ts')
  const { status, body } = toUpstreamIssues(text)
  return postedReply(status, `${toJson(body)}\n`)
}

/** The body, or `undefined` as soon as it is known to be too long. */
async function readBody(request: Request): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('content-length')) > MAX_BODY) return undefined
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > MAX_BODY) return undefined
    chunks.push(chunk)
  }
  return joinBytes(chunks, length)
}
