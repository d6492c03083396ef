import { setTimeout } from 'node:timers/promises'
import { createDeviceCode, exchangeDeviceCode } from '@octokit/oauth-methods'
import { connect } from './connect.ts'
import { explain, refusal } from './refusal.ts'
import type { SignIn } from './sign-in.ts'

interface DeviceOptions {
  /** Another API than github.com's. */
  baseUrl?: string | undefined
  /** `repo` for a registry in a private repository. */
  scope?: 'public_repo' | 'repo'
  signal?: AbortSignal | undefined
  /** Waits, in milliseconds. */
  sleep?: ((milliseconds: number) => Promise<unknown>) | undefined
}

/** What GitHub adds to the pause where it was asked too soon, in seconds (RFC 8628, 3.5). */
const SLOWER = 5

/**
 * Signs somebody in who types a code into a page of GitHub's, on whatever device. Ends when they have, when they have
 * refused, or when the code has expired (fifteen minutes).
 *
 * @param clientId the public id of the registry's OAuth app
 * @param tell is given the code and the address to type it in
 * @throws RegistryError R640, R643
 */
export async function deviceSignIn(
  clientId: string,
  tell: (code: string, url: string) => void,
  { baseUrl, scope = 'public_repo', signal, sleep = (ms) => setTimeout(ms) }: DeviceOptions = {},
): Promise<SignIn> {
  const { request } = connect(undefined, baseUrl)
  const app = { clientType: 'oauth-app', clientId, request } as const
  const { data } = await createDeviceCode({ ...app, scopes: [scope] }).catch((error: unknown) => {
    throw refused(error) ?? explain(error, 'sign you in')
  })
  tell(data.user_code, data.verification_uri)
  let pause = data.interval
  for (let waited = 0; waited <= data.expires_in; waited += pause) {
    signal?.throwIfAborted()
    await sleep(pause * 1000)
    signal?.throwIfAborted()
    const answer = await exchangeDeviceCode({ ...app, code: data.device_code }).catch((error: unknown) => {
      const said = saidBy(error)
      if (said === 'slow_down') pause += SLOWER
      else if (said !== 'authorization_pending') throw refused(error) ?? explain(error, 'sign you in')
    })
    if (answer) return { token: answer.authentication.token, how: 'device' }
  }
  throw expired()
}

/** GitHub answers with 200 and the word for what is in the way. */
function saidBy(error: unknown): string | undefined {
  const { response } = error as { response?: { data?: { error?: unknown } } }
  return typeof response?.data?.error === 'string' ? response.data.error : undefined
}

const AGAIN = 'Run the command again, and type the new code in.'

function expired(cause?: unknown): Error {
  return refusal('R640', 'The code has expired before anybody typed it in.', AGAIN, cause)
}

function refused(error: unknown): Error | undefined {
  switch (saidBy(error)) {
    case 'expired_token':
      return expired(error)
    case 'access_denied':
      return refusal('R640', 'You have refused to let this program open pull requests for you.', AGAIN, error)
    case 'device_flow_disabled':
    case 'incorrect_client_credentials':
    case 'unauthorized_client':
      return refusal(
        'R640',
        'The registry cannot sign people in: GitHub does not know its app, or codes are switched off for it.',
        'Sign in with `gh auth login` instead, and tell the maintainers of the registry.',
        error,
      )
    default:
      return undefined
  }
}
