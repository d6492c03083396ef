import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { monoFont } from '../src/site/fonts/mono-font.ts'
import { OG_SIZE, ogImage, PICTURED_KINDS } from '../src/site/og-image.ts'
import { startBrowser } from '../tests/browser/browser.ts'
import { run } from './run.ts'
import { ogHtml } from './site/og-html.ts'
import { palettePng } from './site/palette-png.ts'
import { pixelsOf } from './site/png-pixels.ts'

const HELP = `Draws the pictures in previews of shared links: one for each kind of server, and one for all other pages.

  node scripts/og-images.ts [--to DIR]

  --to DIR  where they go (default: public)`

await run(async () => {
  const { values } = parseArgs({
    options: {
      to: { type: 'string', default: 'public' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return console.log(HELP)
  await using browser = await startBrowser()
  const page = await browser.newPage({ viewport: OG_SIZE })
  const font = await fontAddress()
  const folder = resolve(values.to, 'og')
  mkdirSync(folder, { recursive: true })
  for (const kind of [...PICTURED_KINDS, undefined]) {
    await page.setContent(ogHtml(font, kind))
    await page.evaluate(() => document.fonts.ready)
    const pixels = await pixelsOf(page, await page.screenshot())
    writeFileSync(join(values.to, ogImage(kind)), palettePng(pixels, OG_SIZE.width, OG_SIZE.height))
  }
  console.log(`${PICTURED_KINDS.length + 1} pictures in ${folder}`)
})

/** The face inside its own address, since a page that was never loaded may load no file. */
async function fontAddress(): Promise<string> {
  const cache = mkdtempSync(join(tmpdir(), 'registry-font-'))
  const font = readFileSync(await monoFont(cache))
  rmSync(cache, { recursive: true })
  return `data:font/woff2;base64,${font.toString('base64')}`
}
