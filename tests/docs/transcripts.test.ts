import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { setStage } from '../../src/cli/testing/stage.ts'
import { blocksIn, docPages, readPage, ROOT, type CodeBlock } from './code-blocks.ts'
import { SCENES } from './scenes.ts'

const PROMPT = /^\$ (?:npx https:\/\/registry\.example\/cli\.tgz|mcp-git) (.*)$/

const transcripts = docPages()
  .flatMap(blocksIn)
  .filter(({ language, text }) => language === 'text' && text.startsWith('$ '))
const sceneOf = ({ page, heading }: CodeBlock): string => `${page}: ${heading}`

test('every scene is in a page', () =>
  expect(new Set(transcripts.map(sceneOf))).toEqual(new Set(Object.keys(SCENES))))

describe('what a page shows of the program is what the program says', () => {
  test.each([...new Set(transcripts.map(({ page }) => page))])('%s', async (page) => {
    let text = readPage(page)
    for (const block of transcripts.filter((block) => block.page === page).toReversed()) {
      const played = await play(block)
      text = text.slice(0, block.start) + played + text.slice(block.start + block.text.length)
    }
    await expect(text).toMatchFileSnapshot(join(ROOT, page))
  })
})

/** The commands of a transcript, each with what the program says to it now. */
async function play(block: CodeBlock): Promise<string> {
  const scene = SCENES[sceneOf(block)]
  if (!scene) throw new Error(`There is no scene for the transcript below “${block.heading}”.`)
  const stage = setStage(scene)
  const said: string[] = []
  for (const line of block.text.split('\n').filter((line) => line.startsWith('$ '))) {
    const [, words] = PROMPT.exec(line) ?? []
    if (words === undefined) throw new Error(`${line} is not the program.`)
    const { screen } = await stage.run(words)
    said.push(`${line}\n${shortened(screen, scene.until).trim()}\n`)
  }
  return said.join('')
}

function shortened(screen: string, until: string | undefined): string {
  const at = until === undefined ? -1 : screen.search(new RegExp(`^${until}`, 'm'))
  return at < 0 ? screen : `${screen.slice(0, at).trimEnd()}\n…`
}
