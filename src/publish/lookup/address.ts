import { hostnameOf, parseGoUrl } from '../../validate/go/url.ts'
import { privateHost } from '../../validate/packages/hosts.ts'
import { fillTemplate, isRemoteUrl, variablesIn } from '../../validate/packages/templates.ts'
import { PRIVATE_HOST } from '../../validate/rules/safe-urls.ts'
import { REMOTE_URL } from '../../validate/rules/remotes.ts'
import { show } from '../../validate/text/show.ts'
import type { Clue } from '../clue.ts'
import { plainText } from '../plain-text.ts'
import { LookupError } from './lookup-error.ts'

/**
 * What the address of a remote server says by itself; nothing is asked there.
 *
 * @throws LookupError where it is not an address that everybody can reach
 */
export function clueFromAddress(address: string): Clue {
  const url = address.trim()
  if (!isRemoteUrl(url) || !URL.canParse(fillTemplate(url))) {
    throw new LookupError(`${show(url)} is not a public https address.`, REMOTE_URL.fix)
  }
  const kind = privateHost(hostnameOf(parseGoUrl(fillTemplate(url)).url!))
  if (kind) throw new LookupError(`The host of ${show(url)} is ${kind}.`, PRIVATE_HOST.fix)
  const { pathname, username, password } = new URL(fillTemplate(url))
  if (username || password) {
    throw new LookupError(
      'The address contains a user name or password.',
      'Remove everything before the `@`.',
    )
  }
  const type = /\/sse\/?$/.test(pathname) ? 'sse' : 'streamable-http'
  const variables = variablesIn(url).map((name) => [name, { isRequired: true }])
  return {
    source: 'URL',
    says: plainText(`${url} (${type})`),
    server: {
      remotes: [{ type, url, ...(variables.length > 0 && { variables: Object.fromEntries(variables) }) }],
    },
    warnings: [],
  }
}
