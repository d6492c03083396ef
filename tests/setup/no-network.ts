import { beforeEach } from 'vitest'

/** No test may leave the machine: a request to anything but loopback is a mistake in the test, and says so. */
const realFetch = globalThis.fetch

beforeEach(() => {
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    if (!['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) {
      throw new Error(`unmocked request to ${url.href}`)
    }
    return realFetch(input, init)
  }
})
