import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startBrowser } from '../tests/browser/browser.ts'
import { writeFixture } from '../tests/browser/fixture.ts'
import { buildFixture, serveFixture } from '../tests/browser/served-site.ts'
import { templatesOf } from '../tests/support/site/templates.ts'
import { visit } from '../tests/support/site/visit.ts'
import { run } from './run.ts'
import { serveBuild } from './site/serve-build.ts'

const HELP = `Takes pictures of every kind of page, for people to look at: light and dark, narrow and wide, as long as they are.

  node scripts/screenshots.ts [--dir DIR] [--to DIR] [--only TEXT]

  --dir DIR    a built registry; without it the one of the tests, which has long, hostile and removed entries
  --to DIR     where the pictures go (default: screenshots)
  --only TEXT  only pages whose name holds the text, such as "server"`

const THEMES = ['light', 'dark'] as const
const WIDTHS = [320, 1440]

await run(async () => {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string' },
      to: { type: 'string', default: 'screenshots' },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return console.log(HELP)
  await using stack = new AsyncDisposableStack()
  const { url, folder } = values.dir ? await servedFolder(values.dir, stack) : await servedFixture(stack)
  const browser = stack.use(await startBrowser())
  mkdirSync(values.to, { recursive: true })

  const templates = templatesOf(folder).filter(({ name }) => name.includes(values.only))
  for (const { name, path } of templates) {
    for (const colorScheme of THEMES) {
      for (const width of WIDTHS) {
        const viewport = { width, height: 900 }
        await using opened = await visit(browser, url + path, { colorScheme, viewport })
        const file = `${name.replaceAll(/\W+/g, '-')}-${colorScheme}-${width}.png`
        await opened.page.screenshot({ path: join(values.to, file), fullPage: true })
      }
    }
  }
  console.log(`${templates.length * THEMES.length * WIDTHS.length} pictures in ${resolve(values.to)}`)
})

interface Served {
  url: string
  folder: string
}

async function servedFolder(dir: string, stack: AsyncDisposableStack): Promise<Served> {
  const folder = resolve(dir)
  const { url } = stack.use(await serveBuild(folder))
  return { url, folder }
}

async function servedFixture(stack: AsyncDisposableStack): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-site-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  await buildFixture(folder, writeFixture)
  const site = await serveFixture(folder)
  stack.defer(() => site.stop())
  return site
}
