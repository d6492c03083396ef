import { join } from 'node:path'
import { megabytes, seconds, skipped, type Figure, type Ground, type Row } from '../figure.ts'
import { measure, npmCommand } from '../process.ts'
import { configure } from '../settings.ts'

const MOST_TIME = 90_000
const WHAT = 'full build: site + API + search'

export const BUILD: Row = { id: 'build', measure: measureBuild }

/** Once only: it is long, and nothing is compared with it. */
async function measureBuild(ground: Ground): Promise<Figure[]> {
  const command = npmCommand('build')
  if (!command) return [skipped(WHAT, 'there is no `npm run build`')]
  const env = configure(ground, 'tree', join(ground.scratch, 'site'))
  const { milliseconds, peakMemory } = await measure(command, [], env)
  return [
    {
      what: WHAT,
      measured: seconds(milliseconds),
      target: `≤ ${seconds(MOST_TIME)}`,
      met: milliseconds <= MOST_TIME,
    },
    { what: 'peak memory of it', measured: megabytes(peakMemory) },
  ]
}
