import { createHash } from 'node:crypto'
import { show } from '../../validate/text/show.ts'
import { Unreachable } from '../net/unreachable.ts'
import type { WebAnswer, WebClient } from '../net/web-client.ts'
import type { ImageAddress } from './image-address.ts'
import { jsonIn } from './json-answer.ts'
import { anonymousToken } from './oci-token.ts'

const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ')

const MAX_BYTES = 4 * 2 ** 20

/** A public repository of images, read by the distribution API without an account. */
export interface OciRepository {
  /** @param reference a digest or a tag; what a digest gives is compared with it */
  manifest(reference: string): Promise<WebAnswer>
  blob(digest: string): Promise<WebAnswer>
  /** As the registry orders them; empty where it does not list them. */
  tags(): Promise<string[]>
}

export function openRepository(address: ImageAddress, web: WebClient): OciRepository {
  let token: string | undefined

  async function get(path: string, accept: string): Promise<WebAnswer> {
    const url = `${address.url}/${path}${address.query}`
    const ask = (): Promise<WebAnswer> => {
      return web.get(url, {
        maxBytes: MAX_BYTES,
        headers: { accept, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      })
    }
    const answer = await ask()
    if (answer.status !== 401 || token !== undefined) return answer
    token = await anonymousToken(answer.headers.get('www-authenticate'), address, web)
    return token === undefined ? answer : ask()
  }

  return {
    manifest: async (reference) => checked(await get(`manifests/${reference}`, MANIFESTS), reference),
    blob: async (digest) => checked(await get(`blobs/${digest}`, '*/*'), digest),
    async tags() {
      const answer = await get('tags/list', 'application/json')
      if (answer.status !== 200) return []
      const { tags } = jsonIn<{ tags: string[] }>(answer)
      return Array.isArray(tags) ? tags.map(String) : []
    },
  }
}

export function digestOf({ bytes }: WebAnswer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

function checked(answer: WebAnswer, reference: string): WebAnswer {
  if (answer.status !== 200 || !reference.includes(':') || digestOf(answer) === reference) return answer
  throw new Unreachable(`${show(new URL(answer.url).host)} gave something else than ${show(reference)}.`)
}
