import { RegistryError } from '../model/registry-error.ts'
import type { Assets } from './handler/assets.ts'

const TIME_OUT = 30_000

/**
 * The files of a registry that is live at `url`. Only a plain 404 means that a file is not there.
 *
 * @throws RegistryError R607 where the registry does not answer, or answers with an error
 */
export function httpAssets(url: string): Assets {
  return {
    async get(path) {
      const address = new URL(path, url)
      let response: Response
      try {
        response = await fetch(address, { signal: AbortSignal.timeout(TIME_OUT) })
      } catch (error) {
        throw new RegistryError('R607', `${address} does not answer: ${(error as Error).message}.`, {
          cause: error,
        })
      }
      if (response.status === 404) return undefined
      if (!response.ok) throw new RegistryError('R607', `${address} answers ${response.status}.`)
      return new Uint8Array(await response.arrayBuffer())
    },
  }
}
