import type { WebClient } from '../../src/verify/net/web-client.ts'

/** Sends requests for some origins to others, as if a test's own server were that host. */
export function reroutedWeb(web: WebClient, routes: Record<string, string>): WebClient {
  const route = (url: string): string => {
    const { origin } = new URL(url)
    return url.replace(origin, routes[origin] ?? origin)
  }
  return {
    get: (url, options) => web.get(route(url), options),
    sha256: (url, options) => web.sha256(route(url), options),
  }
}
