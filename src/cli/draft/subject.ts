import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Clue } from '../../publish/clue.ts'
import { cluesInFolder } from '../../publish/detect/folder.ts'
import { clueFromText } from '../../publish/lookup/text.ts'
import { readFile } from '../read-file.ts'
import type { World } from '../world.ts'
import { clueFromWord, isLookedUp } from './clue-from-word.ts'

/** What is about to be published, and where its server.json is or will be. */
export interface Subject {
  clues: Clue[]
  /** The path of the server.json, as the person would write it. */
  file: string
}

/**
 * Reads what the person pointed at: a folder, a server.json, an address, or the name of a package.
 *
 * @throws Stop where there is nothing
 */
export async function readSubject(word: string, world: World): Promise<Subject> {
  if (isLookedUp(word)) return { clues: [await clueFromWord(word, world)], file: 'server.json' }
  const found = statSync(resolve(world.cwd, word), { throwIfNoEntry: false })
  if (found?.isDirectory()) {
    const file = word === '.' ? 'server.json' : `${word.replace(/[/\\]+$/, '')}/server.json`
    return { clues: await cluesInFolder(resolve(world.cwd, word)), file }
  }
  const text = readFile(word, world.cwd, 'Give a folder, a server.json, an https address, or npm:NAME.')
  return { clues: [clueFromText(text.toString('utf8'))], file: word }
}
