import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { median, megabytes, seconds, skipped, times, type Figure, type Ground, type Row } from '../figure.ts'
import { measure, npmCommand, ownCommand, readNumber } from '../process.ts'
import { configure, type Profile } from '../settings.ts'

const MOST_TIMES_FLOOR = 1.6
const MOST_MEMORY = 1.5e9

export const API: Row = { id: 'api', measure: (ground) => measureBuild(ground, 'tree') }
export const EDGE: Row = { id: 'edge', measure: (ground) => measureBuild(ground, 'edge') }

/** `npm run api` and the same reading and writing without any thought in between, in turn. */
async function measureBuild(ground: Ground, profile: Profile): Promise<Figure[]> {
  const what = `catalog + API, profile ${profile}`
  const command = npmCommand('api')
  if (!command) return [skipped(what, 'there is no `npm run api`')]
  const out = join(ground.scratch, `out-${profile}`)
  const copy = join(ground.scratch, 'floor')
  const env = configure(ground, profile, out)
  const builds: number[] = []
  const floors: number[] = []
  const memories: number[] = []
  for (let round = 0; round < ground.rounds; round++) {
    rmSync(out, { recursive: true, force: true })
    const { milliseconds, peakMemory } = await measure(command, [], env)
    const floor = await readNumber(ownCommand('floor.ts'), [ground.registry, out, copy])
    rmSync(copy, { recursive: true })
    builds.push(milliseconds)
    memories.push(peakMemory)
    floors.push(floor)
    ground.log(`${what}: ${seconds(milliseconds)}, floor ${seconds(floor)}`)
  }
  const ratio = median(builds) / median(floors)
  const memory = Math.max(...memories)
  // Only the default profile has targets.
  const judged = profile === 'tree'
  return [
    {
      what,
      measured: seconds(median(builds)),
      against: `plain reads and writes ${seconds(median(floors))}`,
      ratio: times(ratio),
      ...(judged && { target: `≤ ${times(MOST_TIMES_FLOOR)}`, met: ratio <= MOST_TIMES_FLOOR }),
    },
    {
      what: `peak memory of it`,
      measured: megabytes(memory),
      ...(judged && { target: `≤ ${megabytes(MOST_MEMORY)}`, met: memory <= MOST_MEMORY }),
    },
  ]
}
