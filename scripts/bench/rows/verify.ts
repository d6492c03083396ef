import { join } from 'node:path'
import { median, megabytes, seconds, skipped, times, type Figure, type Ground, type Row } from '../figure.ts'
import { generateRegistry } from '../generate.ts'
import { measure, npmCommand, type Command, type Run } from '../process.ts'
import { commitPublication } from '../publication.ts'

const MOST_TIME = 2000
const MOST_TIMES_SMALL = 1.3
const SMALL = { servers: 100, versions: 330 }
const WHAT = 'verify one new server, offline'

export const VERIFY: Row = { id: 'verify', measure: measureVerify }

/** The verdict on one new server in the registry, against the same in one of a hundred servers, in turn. */
async function measureVerify(ground: Ground): Promise<Figure[]> {
  const command = npmCommand('verify')
  if (!command) return [skipped(WHAT, 'there is no `npm run verify`')]
  const small = join(ground.scratch, 'small')
  await generateRegistry({ ...SMALL, seed: 1, folder: small })
  commitPublication(small)
  commitPublication(ground.registry)
  const first = await judge(command, ground.registry)
  await judge(command, small)
  const rounds: { large: Run; small: Run }[] = []
  for (let round = 0; round < Math.max(ground.rounds, 5); round++) {
    rounds.push({ large: await judge(command, ground.registry), small: await judge(command, small) })
  }
  const large = median(rounds.map((round) => round.large.milliseconds))
  const floor = median(rounds.map((round) => round.small.milliseconds))
  const ratio = large / floor
  return [
    {
      what: WHAT,
      measured: seconds(large),
      against: `${SMALL.servers} servers ${seconds(floor)}`,
      ratio: times(ratio),
      target: `≤ ${seconds(MOST_TIME)}, ≤ ${times(MOST_TIMES_SMALL)}`,
      met: large <= MOST_TIME && ratio <= MOST_TIMES_SMALL,
    },
    { what: 'the same for the first time in a clone', measured: seconds(first.milliseconds) },
    { what: 'peak memory of that', measured: megabytes(first.peakMemory) },
  ]
}

function judge(command: Command, registry: string): Promise<Run> {
  const flags = ['--base', 'main', '--head', 'publication', '--as', 'bench', '--repo', registry, '--offline']
  return measure(command, flags)
}
