import { describe, expect, test } from 'vitest'
import { isServerJson } from '../../src/validate/accepts.ts'
import { validateServerJson, type Validation } from '../../src/validate/server-json.ts'
import { corpus, invalidFiles, type CorpusRecord } from './validation-corpus.ts'

const records = corpus()

function kindOf({ kind, published }: CorpusRecord): string {
  return kind === 'publisher' && published ? 'publisher, published' : kind
}

function expectLawful(text: string, { valid, findings, document }: Validation): void {
  const lines = text.split('\n')
  for (const { line, column } of findings) {
    expect(line).toBeLessThanOrEqual(lines.length)
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
  }
  if (valid) expect(document).toBeDefined()
}

describe.each(['new', 'mirrored'] as const)('as %s', (profile) => {
  test('every real document gets a verdict', () => {
    const counts: Record<string, { documents: number; refused: number; deviations: Record<string, number> }> =
      {}
    for (const record of records) {
      const text = JSON.stringify(record.server, undefined, 2)
      const validation = validateServerJson(text, { profile })
      expectLawful(text, validation)
      if (validation.valid) expect(isServerJson(record.server)).toBe(true)
      const count = (counts[kindOf(record)] ??= { documents: 0, refused: 0, deviations: {} })
      count.documents++
      if (!validation.valid) count.refused++
      for (const id of new Set(validation.findings.map(({ deviation }) => deviation))) {
        if (id) count.deviations[id] = (count.deviations[id] ?? 0) + 1
      }
    }
    console.table(counts)
  })

  test('no invalid file is accepted', () => {
    const accepted = invalidFiles().filter(({ file }) => {
      const text = typeof file === 'string' ? file : JSON.stringify(file)
      const validation = validateServerJson(text, { profile })
      expectLawful(text, validation)
      return validation.valid
    })
    console.log(`${profile}: ${accepted.length} of ${invalidFiles().length} accepted`)
    if (profile === 'new') expect(accepted.map(({ reason }) => reason)).toEqual([])
  })
})

test('what the official registry published by the current rules is accepted, save for what we refuse on purpose', () => {
  const surprising = records
    .filter(({ kind }) => kind === 'official-cache')
    .flatMap(({ server }) => validateServerJson(JSON.stringify(server)).findings)
    .filter(
      ({ severity, code, deviation }) =>
        severity === 'error' && !deviation && code !== 'R254' && code !== 'R231',
    )
  expect(surprising).toEqual([])
})

test('nearly everything that the official registry ever published can be mirrored', () => {
  const official = records.filter(({ kind }) => kind.startsWith('official'))
  const refused = official.filter(
    ({ server }) => !validateServerJson(JSON.stringify(server), { profile: 'mirrored' }).valid,
  )
  expect(refused.length).toBeLessThan(official.length * 0.005)
})
