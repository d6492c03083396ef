import { show } from '../../validate/text/show.ts'
import { EXIT } from '../exit.ts'
import { Stop } from '../stop.ts'
import type { World } from '../world.ts'

/** What a question to the registry needs of the world. */
export type Asking = Pick<World, 'target' | 'fetch' | 'terminal'>

const LIMIT_MS = 20_000

/**
 * A JSON document of the registry; `undefined` where it has none at this path.
 *
 * @param path below the registry's address, without a `/` in front
 * @throws Stop where there is no usable answer
 */
export async function askJson(path: string, { target, fetch, terminal }: Asking): Promise<unknown> {
  const url = target.url + path
  terminal.meanwhile(`asking ${new URL(target.url).host}`)
  const answer = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MS) }).catch(() => {
    throw noAnswer(
      target.url,
      'does not answer',
      'Check whether you are online; else try again in a few minutes.',
    )
  })
  if (answer.status === 404) return undefined
  if (!answer.ok) throw noAnswer(target.url, `answered ${answer.status}`, 'Try again in a few minutes.')
  return answer.json().catch(() => {
    const what = 'answered with something that is not a document of a registry'
    throw noAnswer(target.url, what, 'Open the address in a browser: it has to be that of a registry.')
  })
}

function noAnswer(url: string, what: string, fix: string): Stop {
  return new Stop(EXIT.network, `The registry ${show(url)} ${what}.`, fix)
}
