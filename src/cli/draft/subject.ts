import { isUtf8 } from 'node:buffer'
import { resolve } from 'node:path'
import type { Clue } from '../../publish/clue.ts'
import { cluesInFolder } from '../../publish/detect/folder.ts'
import { LookupError } from '../../publish/lookup/lookup-error.ts'
import { clueFromText } from '../../publish/lookup/text.ts'
import { show } from '../../validate/text/show.ts'
import { EXIT } from '../exit.ts'
import { lookAt, readFile } from '../read-file.ts'
import { Stop } from '../stop.ts'
import type { World } from '../world.ts'
import { clueFromWord, isLookedUp } from './clue-from-word.ts'

/** What is about to be published, and where its server.json is or will be. */
export interface Subject {
  clues: Clue[]
  /** The path of the server.json, as the person would write it. */
  file: string
}

/** What can be pointed at. Who names a package without its type means npm, most likely. */
const wantedFor = (word: string): string =>
  `Give a folder, a server.json, an https address, or a package: npm:${word.startsWith('@') ? word : 'NAME'}, pypi:NAME, oci:NAME.`

/**
 * Reads what the person pointed at: a folder, a server.json, an address, or the name of a package.
 *
 * @throws Stop where there is nothing, or a server.json that is broken
 */
export async function readSubject(word: string, world: World): Promise<Subject> {
  const { cwd } = world
  if (isLookedUp(word)) {
    world.terminal.meanwhile(`asking for ${word}`)
    return { clues: [await clueFromWord(word, world)], file: 'server.json' }
  }
  if (!lookAt(word, cwd)?.isDirectory())
    return { clues: [clueFromFile(word, cwd, wantedFor(word))], file: word }
  const file = word === '.' ? 'server.json' : `${word.replace(/[/\\]+$/, '')}/server.json`
  // It is read for its faults: passed over as other files are, it would be written anew.
  if (lookAt(file, cwd)) clueFromFile(file, cwd, 'Remove it: a new one will be written.')
  return { clues: await cluesInFolder(resolve(cwd, word)), file }
}

function clueFromFile(file: string, cwd: string, fix: string): Clue {
  const bytes = readFile(file, cwd, fix)
  if (!isUtf8(bytes)) throw broken(file, 'It is not UTF-8.')
  try {
    return clueFromText(bytes.toString('utf8'))
  } catch (error) {
    if (error instanceof LookupError) throw broken(file, error.saw)
    throw error
  }
}

function broken(file: string, saw: string): Stop {
  return new Stop(
    EXIT.invalid,
    `${show(file)} cannot be used. ${saw}`,
    `Mend it (mcp-git validate ${file} shows the place), or remove it: a new one will be written.`,
  )
}
