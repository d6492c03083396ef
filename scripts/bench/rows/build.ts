import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { megabytes, seconds, skipped, type Figure, type Ground, type Row } from '../figure.ts'
import { measure, npmCommand, type Run } from '../process.ts'
import { commitPublication } from '../publication.ts'
import { configure } from '../settings.ts'

const WHAT = 'full build: site + API + search'
const AGAIN = 'the same after one publication'

const MOST_TIME = 90_000
const MOST_TIME_AGAIN = 30_000

/** The last row: it changes the registry. */
export const BUILD: Row = { id: 'build', measure: measureBuild }

/** Once only: it is long, and nothing is compared with it. */
async function measureBuild(ground: Ground): Promise<Figure[]> {
  const command = npmCommand('build')
  if (!command) return [skipped(WHAT, 'there is no `npm run build`')]
  const env = configure(ground, 'tree', join(ground.scratch, 'site'))
  const full = await measure(command, [], env)
  commitPublication(ground.registry)
  execFileSync('git', ['merge', '--quiet', '--ff-only', 'publication'], { cwd: ground.registry })
  const again = await measure(command, [], env)
  return [
    figure(WHAT, full, MOST_TIME),
    { what: 'peak memory of it', measured: megabytes(full.peakMemory) },
    figure(AGAIN, again, MOST_TIME_AGAIN),
  ]
}

function figure(what: string, { milliseconds, work }: Run, most: number): Figure {
  return {
    what,
    measured: `${seconds(milliseconds)} (${seconds(work / 1000)} of CPU)`,
    target: `≤ ${seconds(most)}`,
    met: milliseconds <= most,
  }
}
