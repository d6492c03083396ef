import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { show } from '../validate/text/show.ts'
import { differenceOf } from './difference.ts'
import { readIfThere } from './read-file.ts'
import { usageError } from './stop.ts'
import type { World } from './world.ts'

export interface Change {
  /** Relative to the folder of the call, or absolute. */
  file: string
  text: string
}

/**
 * Writes a file in full view: what is there already is never replaced without the difference, and not without a question
 * where somebody is there to answer. With `asksFirst` a new file is asked about too.
 *
 * @returns what became of it
 * @throws Stop where the person does not want it, or it cannot be written
 */
export async function writeInView(
  { file, text }: Change,
  { terminal, cwd }: Pick<World, 'terminal' | 'cwd'>,
  { dryRun = false, asksFirst = false }: { dryRun?: boolean; asksFirst?: boolean } = {},
): Promise<'written' | 'unchanged' | 'not written'> {
  const before = readIfThere(file, cwd)?.toString('utf8')
  if (before === text) return 'unchanged'
  if (before !== undefined) {
    terminal.say(`${file} changes:`)
    terminal.lines(differenceOf(file, before, text))
  }
  const mayAsk = terminal.asks && !dryRun && (asksFirst || before !== undefined)
  if (mayAsk && !(await terminal.confirm(before === undefined ? `Write ${file}?` : `Change ${file}?`)))
    return 'not written'
  if (dryRun) return 'not written'
  replaceFile(resolve(cwd, file), text, file)
  return 'written'
}

/** All of it or nothing: a full disk must not leave half a file behind. */
function replaceFile(path: string, text: string, file: string): void {
  const draft = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(draft, text)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    const { code } = error as NodeJS.ErrnoException
    throw usageError(
      `${show(file)} cannot be written (${code}).`,
      'Check that its folder is there, and that you may write to it.',
    )
  }
}
