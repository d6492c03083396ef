import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inject } from 'vitest'

/**
 * Makes a folder that all test files of a run may read: the first that wants it makes it, the others wait.
 *
 * @throws where it could not be made, in each of them
 */
export async function onceForAll(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(inject('sharedFolder'), name)
  const [done, failed] = [`${folder}.done`, `${folder}.failed`]
  if (mkdirSync(folder, { recursive: true }) !== undefined) {
    try {
      await make(folder)
      writeFileSync(done, '')
    } catch (error) {
      writeFileSync(failed, '')
      throw error
    }
  }
  while (!existsSync(done)) {
    if (existsSync(failed)) throw new Error(`${name} could not be made; the test that was first says why.`)
    await wait(100)
  }
  return folder
}
