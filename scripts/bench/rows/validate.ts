import { join } from 'node:path'
import { SERVERS } from '../../../src/model/tree-path.ts'
import { megabytes, seconds, skipped, type Figure, type Ground, type Row } from '../figure.ts'
import { filesBelow } from '../files.ts'
import { measure, npmCommand } from '../process.ts'

const WHAT = 'validate all server.json'

export const VALIDATE: Row = { id: 'validate', measure: measureValidate }

async function measureValidate({ registry }: Ground): Promise<Figure[]> {
  const command = npmCommand('validate')
  if (!command) return [skipped(WHAT, 'there is no `npm run validate`')]
  const { milliseconds, peakMemory } = await measure(command, ['--root', registry])
  const files = [...filesBelow(join(registry, SERVERS))].filter((path) => path.endsWith('/server.json'))
  const rate = Math.round((files.length / milliseconds) * 1000)
  return [
    { what: WHAT, measured: `${rate} files/s`, against: seconds(milliseconds) },
    { what: 'peak memory of it', measured: megabytes(peakMemory) },
  ]
}
