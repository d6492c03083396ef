import { parseTimestamp } from '../model/timestamp.ts'
import type { RecordReading, RefusedRecord } from './record.ts'

/** What a source says, once for every version. */
export interface Readings {
  byName: Map<string, RecordReading[]>
  refused: RefusedRecord[]
}

/** Of several records of one version the one with the newest updatedAt counts, and of equal ones the last. */
export function newestReadings(readings: readonly RecordReading[]): Readings {
  const newest = new Map<string, RecordReading>()
  const nameless: RefusedRecord[] = []
  for (const reading of readings) {
    const { name, version } = subject(reading)
    if ('refused' in reading && name === '') {
      nameless.push(reading.refused)
      continue
    }
    const key = JSON.stringify([name, version])
    const other = newest.get(key)
    if (!other || updatedAt(reading) >= updatedAt(other)) newest.set(key, reading)
  }
  const byName = new Map<string, RecordReading[]>()
  const refused = nameless
  for (const reading of newest.values()) {
    const { name } = subject(reading)
    if (byName.has(name)) byName.get(name)!.push(reading)
    else byName.set(name, [reading])
    if ('refused' in reading) refused.push(reading.refused)
  }
  return { byName, refused }
}

function subject(reading: RecordReading): { name: string; version: string } {
  return 'record' in reading ? reading.record : reading.refused
}

function updatedAt(reading: RecordReading): number {
  const { official } = 'record' in reading ? reading.record : reading.refused
  return official ? parseTimestamp(official.updatedAt)! : -Infinity
}
