import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { SERVERS } from '../../../src/model/tree-path.ts'
import { megabytes, seconds, skipped, type Figure, type Ground, type Row } from '../figure.ts'
import { measure, npmCommand } from '../process.ts'

const WHAT = 'validate all server.json'

export const VALIDATE: Row = { id: 'validate', measure: measureValidate }

async function measureValidate({ registry }: Ground): Promise<Figure[]> {
  const command = npmCommand('validate')
  if (!command) return [skipped(WHAT, 'there is no `npm run validate`')]
  const { milliseconds, peakMemory } = await measure(command, ['--root', registry])
  const paths = readdirSync(join(registry, SERVERS), { recursive: true, encoding: 'utf8' })
  const versions = paths.filter((path) => path.endsWith('server.json')).length
  const rate = Math.round((versions / milliseconds) * 1000)
  return [
    { what: WHAT, measured: `${rate} files/s`, against: seconds(milliseconds) },
    { what: 'peak memory of it', measured: megabytes(peakMemory) },
  ]
}
