import type { ApiAnswer } from './route.ts'

/** What GitHub says to a program that waits for somebody to type a code in. */
type Word = 'authorization_pending' | 'slow_down' | 'expired_token' | 'access_denied' | 'device_flow_disabled'

/** How somebody signs in by a code. */
export interface DeviceFlow {
  /** Seconds between two questions. */
  interval: number
  /** What is said to the first questions, in this order; after that, the token is given out. */
  words: Word[]
  token: string
  /** The scopes that were asked for. */
  scope?: string
}

export function newDeviceFlow(): DeviceFlow {
  return { interval: 5, words: [], token: 'device' }
}

/** The two addresses that are not part of the API, so that GitHub's description has nothing to say about them. */
export function answerSignIn(path: string, text: string, flow: DeviceFlow): ApiAnswer | undefined {
  if (path === '/login/device/code') {
    flow.scope = (JSON.parse(text) as { scope: string }).scope
    if (flow.words[0] === 'device_flow_disabled') return said(flow.words[0])
    const codes = { device_code: 'secret', user_code: 'WDJB-MJHT' }
    const verification_uri = 'https://github.test/login/device'
    return { status: 200, body: { ...codes, verification_uri, expires_in: 900, interval: flow.interval } }
  }
  if (path !== '/login/oauth/access_token') return undefined
  const word = flow.words.shift()
  if (word) return said(word)
  return { status: 200, body: { access_token: flow.token, token_type: 'bearer', scope: flow.scope ?? '' } }
}

function said(word: Word): ApiAnswer {
  return {
    status: 200,
    body: { error: word, error_description: word, error_uri: 'https://github.test/docs' },
  }
}
