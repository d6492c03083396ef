import { show } from '../../validate/text/show.ts'
import { Unreachable } from '../net/unreachable.ts'
import type { WebClient } from '../net/web-client.ts'
import { isHidden } from './absent.ts'
import type { ImageAddress } from './image-address.ts'
import { jsonIn } from './json-answer.ts'

/**
 * Gets a token for reading a public repository, as the challenge of the registry says (distribution: token
 * authentication). `undefined` where it gives none to people without an account.
 *
 * @param challenge the header `WWW-Authenticate`
 * @throws Unreachable where the challenge leads to another host, or cannot be followed
 */
export async function anonymousToken(
  challenge: string | null,
  { repository, tokenHosts }: ImageAddress,
  web: WebClient,
): Promise<string | undefined> {
  const { realm = '', service } = parametersOf(challenge ?? '')
  if (!/^bearer /i.test(challenge ?? '') || !URL.canParse(realm)) return undefined
  const url = new URL(realm)
  if (!tokenHosts.includes(url.hostname)) {
    throw new Unreachable(
      `${show(tokenHosts[0])} sends us for a token to ${show(url.hostname)}, which is not its own.`,
    )
  }
  if (service) url.searchParams.set('service', service)
  url.searchParams.set('scope', `repository:${repository}:pull`)
  const answer = await web.get(url.href, { headers: { accept: 'application/json' } })
  if (isHidden(answer.status) || answer.status === 404) return undefined
  const { token, access_token: accessToken } = jsonIn<{ token: string; access_token: string }>(answer)
  const found = token ?? accessToken
  if (typeof found === 'string' && /^[\x21-\x7e]+$/.test(found)) return found
  throw new Unreachable(`${show(url.hostname)} gave no token (it answered ${answer.status}).`)
}

function parametersOf(challenge: string): Record<string, string> {
  const pairs = challenge.matchAll(/([a-z_]+)="([^"]*)"/gi)
  return Object.fromEntries([...pairs].map(([, key, value]) => [key!.toLowerCase(), value!]))
}
