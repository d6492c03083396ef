import { show } from '../../validate/text/show.ts'
import { EXIT } from '../exit.ts'
import { Stop } from '../stop.ts'
import type { World } from '../world.ts'

const LIMIT_MS = 20_000

/**
 * A JSON document of the registry; `undefined` where it has none at this path.
 *
 * @param path below the registry's address, without a `/` in front
 * @throws Stop where there is no usable answer
 */
export async function askJson(
  path: string,
  { target, fetch }: Pick<World, 'target' | 'fetch'>,
): Promise<unknown> {
  const url = target.url + path
  const answer = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MS) }).catch(() => {
    throw noAnswer(target.url, 'does not answer')
  })
  if (answer.status === 404) return undefined
  if (!answer.ok) throw noAnswer(target.url, `answered ${answer.status}`)
  return answer.json().catch(() => {
    throw noAnswer(target.url, 'answered with something that is not a document of a registry')
  })
}

function noAnswer(url: string, what: string): Stop {
  return new Stop(
    EXIT.network,
    `The registry ${show(url)} ${what}.`,
    'Check whether you are online; else try again in a few minutes.',
  )
}
