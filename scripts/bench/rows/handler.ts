import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { median, skipped, times, type Figure, type Ground, type Row } from '../figure.ts'
import { load, type Load } from '../load.ts'
import { measure, npmCommand, ownCommand, startServer, type Server } from '../process.ts'
import { inventRequests } from '../requests.ts'
import { configure } from '../settings.ts'

const LEAST_SHARE = 0.5
const MOST_P99 = 20

export const HANDLER: Row = { id: 'handler', measure: measureHandler }

/** The served registry against a bare server that sends the same bytes, in turn. */
async function measureHandler(ground: Ground): Promise<Figure[]> {
  const [serve, build] = [npmCommand('serve'), npmCommand('api')]
  if (!serve || !build) return [skipped('handler', 'there is no `npm run serve`')]
  // The handler reads the same files under every profile, and this one has no others.
  const out = join(ground.scratch, 'served')
  const env = configure(ground, 'edge', out)
  await measure(build, [], env)
  const handler = await startServer(serve, ['--dir', out, '--port', '0'], env)
  try {
    const kinds = await inventRequests(`http://127.0.0.1:${handler.port}`)
    const figures: Figure[] = []
    for (const [kind, paths] of Object.entries(kinds)) {
      figures.push(await compare(ground, handler, kind, paths))
    }
    return figures
  } finally {
    await handler.stop()
  }
}

async function compare(ground: Ground, handler: Server, kind: string, paths: string[]): Promise<Figure> {
  const list = join(ground.scratch, 'paths.json')
  writeFileSync(list, JSON.stringify(paths))
  const bare = await startServer(ownCommand('bare-server.ts'), [`http://127.0.0.1:${handler.port}`, list])
  try {
    await load(handler, paths, { seconds: 1 })
    await load(bare, paths, { seconds: 1 })
    const loads: { handler: Load; bare: Load }[] = []
    for (let round = 0; round < ground.rounds; round++) {
      loads.push({ handler: await load(handler, paths), bare: await load(bare, paths) })
    }
    const mine = summary(loads.map(({ handler }) => handler))
    const floor = summary(loads.map(({ bare }) => bare))
    const share = mine.rate / floor.rate
    const figure = {
      what: `handler, ${kind}`,
      measured: describe(mine),
      against: `bare server ${describe(floor)}`,
      ratio: times(share),
      target: `≥ ${times(LEAST_SHARE)}, p99 ≤ ${MOST_P99} ms`,
      met: share >= LEAST_SHARE && mine.p99 <= MOST_P99,
    }
    ground.log(`${figure.what}: ${figure.measured}; ${figure.against}`)
    return figure
  } finally {
    await bare.stop()
  }
}

function summary(loads: readonly Load[]): Load {
  return {
    rate: median(loads.map(({ rate }) => rate)),
    p50: median(loads.map(({ p50 }) => p50)),
    p99: median(loads.map(({ p99 }) => p99)),
    work: median(loads.map(({ work }) => work)),
  }
}

function describe({ rate, p50, p99, work }: Load): string {
  const times = `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`
  return `${Math.round(rate)}/s, ${times}, ${Math.round(work)} µs of CPU`
}
