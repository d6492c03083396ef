import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import subsetFont from 'subset-font'

const SOURCE = import.meta
  .resolve('@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2')

/** Names, versions and code are ASCII; the rest is what the pages themselves set in this face. */
const CHARACTERS = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}…·–—→←✓“”’×`

/**
 * The face for names and code, cut down to what is shown: printable ASCII in the weights from 400 to 700, without
 * ligatures, which would change what a command looks like. A third of the original file.
 *
 * @param cache the folder that keeps the result between builds
 * @returns the path of the woff2 file
 */
export async function monoFont(cache: string): Promise<string> {
  const source = readFileSync(fileURLToPath(SOURCE))
  const key = createHash('sha256').update(source).update(CHARACTERS).digest('hex').slice(0, 16)
  const file = join(cache, `mono-${key}.woff2`)
  if (!existsSync(file)) {
    const options = {
      targetFormat: 'woff2',
      noLayoutClosure: true,
      variationAxes: { wght: { min: 400, max: 700 } },
    } as const
    mkdirSync(cache, { recursive: true })
    writeFileSync(file, await subsetFont(source, CHARACTERS, options))
  }
  return file
}
