import { compareBytes } from '../model/byte-order.ts'
import { RegistryError } from '../model/registry-error.ts'
import { HEAD_PATH, type Head } from './index/format.ts'
import { RecordIndex } from './index/record-index.ts'
import type { Assets } from './handler/assets.ts'

/**
 * The entries that a live registry has and a new build has not, as `name@version` in the order of the list. A registry
 * keeps what it has published, deleted versions too, so a loss means that something went wrong.
 */
export function lostEntries(live: RecordIndex, built: RecordIndex): string[] {
  const kept = new Set(entryKeys(built))
  return entryKeys(live)
    .filter((key) => !kept.has(key))
    .sort(compareBytes)
}

function entryKeys(index: RecordIndex): string[] {
  const keys: string[] = []
  for (let server = 0; server < index.servers; server++) {
    const name = index.names.at(server)
    for (let record = index.starts[server]!; record < index.starts[server + 1]!; record++) {
      keys.push(`${name}@${index.versionText.at(record)}`)
    }
  }
  return keys
}

/**
 * Reads the index of a built registry; `undefined` where there is no registry yet.
 *
 * @throws RegistryError R607 where a registry is there but cannot be read
 */
export async function readIndex(assets: Assets): Promise<RecordIndex | undefined> {
  const head = await assets.get(HEAD_PATH)
  if (!head) return undefined
  const { index } = JSON.parse(new TextDecoder().decode(head)) as Head
  const bytes = await assets.get(`r/${index}`)
  if (!bytes) throw new RegistryError('R607', `\`${HEAD_PATH}\` names \`${index}\`, which is not there.`)
  return new RecordIndex(bytes)
}
