import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startBrowser } from '../tests/browser/browser.ts'
import { registryOut } from './folders.ts'
import { run } from './run.ts'
import { builtFiles } from './site/built-files.ts'
import { scoresOf, type LighthouseScores } from './site/lighthouse-run.ts'
import { lighthousePaths } from './site/lighthouse-paths.ts'
import { serveBuild } from './site/serve-build.ts'
import { formatRows } from './site/table.ts'

/** Lighthouse has no setting for it, but the browser that it drives has. */
const THEMES = [
  ['light', '--blink-settings=preferredColorScheme=1'],
  ['dark', '--blink-settings=preferredColorScheme=0'],
] as const

const HELP = `Runs Lighthouse on six pages of a built site, as on a telephone with a slow network, light and dark.

  node scripts/lighthouse.ts [--dir DIR] [--least N] [--runs N]

  --dir DIR   the built registry (default: REGISTRY_OUT, or dist)
  --least N   what each of the four categories has to reach (default: 99); the layout must not shift at all
  --runs N    the most runs for a page whose performance is below that (default: 3)

Exit code: 0 all pages reach it, 1 some do not.`

await run(async () => {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: registryOut },
      least: { type: 'string', default: '99' },
      runs: { type: 'string', default: '3' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return console.log(HELP)
  const folder = resolve(values.dir)
  const least = Number(values.least)
  await using served = await serveBuild(folder)
  const paths = lighthousePaths(builtFiles(folder))

  const rows = [['page', 'theme', 'performance', 'accessibility', 'best practices', 'SEO', 'CLS', 'ok?']]
  const missed: string[] = []
  for (const [theme, setting] of THEMES) {
    const port = await freePort()
    await using stack = new AsyncDisposableStack()
    stack.use(await startBrowser([`--remote-debugging-port=${port}`, setting]))
    for (const path of paths) {
      const scores = await scoresOf(served.url + path, { port, enough: least, runs: Number(values.runs) })
      const isGood = reaches(scores, least)
      rows.push([`/${path}`, theme, ...cellsOf(scores), isGood ? 'yes' : 'NO'])
      if (!isGood) missed.push(...scores.missed.map((audit) => `/${path} (${theme}) ${audit}`))
    }
  }
  console.log(formatRows(rows))
  for (const line of missed) console.log(line)
  return rows.some((row) => row.at(-1) === 'NO') ? 1 : 0
})

function reaches({ cls, missed: _, ...categories }: LighthouseScores, least: number): boolean {
  return cls === 0 && Object.values(categories).every((score) => score >= least)
}

function cellsOf({ cls, missed: _, ...categories }: LighthouseScores): string[] {
  return [...Object.values(categories).map(String), cls.toFixed(3)]
}

/** Chromium does not say which port it took, so it is told. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as { port: number }
  await new Promise((closed) => server.close(closed))
  return port
}
