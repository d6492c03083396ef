import type { ServerJson } from '../../../model/server-json.ts'

/** The `server.json` of the page: the one it shows, or the API's where the page shows only the beginning. */
export async function readServer(): Promise<ServerJson> {
  const shown = document.querySelector<HTMLElement>('pre.json')!
  if (shown.dataset.cut === undefined) return JSON.parse(shown.textContent) as ServerJson
  const { href } = document.querySelector<HTMLLinkElement>('link[type="application/json"]')!
  const reply = await fetch(href)
  if (!reply.ok) throw new Error(`${href} answered ${reply.status}`)
  return ((await reply.json()) as { server: ServerJson }).server
}
