import { join } from 'node:path'
import { SERVERS } from '../../../src/model/tree-path.ts'
import { median, megabytes, seconds, skipped, times, type Figure, type Ground, type Row } from '../figure.ts'
import { readAll } from '../files.ts'
import { measure, npmCommand, ownCommand, readOutput, type Run } from '../process.ts'
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
  const builds: Run[] = []
  const floors: Omit<Run, 'peakMemory'>[] = []
  for (let round = 0; round < ground.rounds; round++) {
    // Nothing is removed in between: ext4 creates files many times slower for minutes after many were deleted.
    const out = join(ground.scratch, `${profile}-${round}`)
    warm(ground)
    const build = await measure(command, [], configure(ground, profile, out))
    warm(ground)
    const args = [ground.registry, out, join(ground.scratch, `${profile}-floor-${round}`)]
    const floor = await readOutput<(typeof floors)[0]>(ownCommand('floor.ts'), args)
    builds.push(build)
    floors.push(floor)
    ground.log(`${what}: ${describe([build])}, floor ${describe([floor])}`)
  }
  const ratio = median(builds.map(wall)) / median(floors.map(wall))
  const memory = Math.max(...builds.map(({ peakMemory }) => peakMemory))
  // Only the default profile has targets.
  const judged = profile === 'tree'
  return [
    {
      what,
      measured: describe(builds),
      against: `plain reads and writes ${describe(floors)}`,
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

/** Neither of the two shall be the one that finds the files in the system's cache. */
function warm({ registry }: Ground): void {
  readAll(join(registry, SERVERS))
}

type Cost = Pick<Run, 'milliseconds' | 'work'>

const wall = ({ milliseconds }: Cost): number => milliseconds

/** Processor time too: it says more where other programs keep the machine busy. */
function describe(costs: readonly Cost[]): string {
  const work = median(costs.map(({ work }) => work)) / 1000
  return `${seconds(median(costs.map(wall)))} (${seconds(work)} of CPU)`
}
