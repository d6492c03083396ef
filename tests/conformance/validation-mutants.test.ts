import { expect, test } from 'vitest'
import { isServerJson } from '../../src/validate/accepts.ts'
import { validateServerJson } from '../../src/validate/server-json.ts'
import { toUpstreamIssues } from '../../src/validate/upstream-issues.ts'
import { corpus } from './validation-corpus.ts'
import { mutate, randomFrom } from './validation-mutants.ts'

const MUTANTS = 20_000

function* mutants(): Generator<string> {
  const random = randomFrom(7)
  const documents = corpus()
    .filter(({ kind }) => kind === 'official-cache' || kind === 'publisher')
    .map(({ server }) => server)
  for (let i = 0; i < MUTANTS; i++) {
    yield JSON.stringify(mutate(documents[Math.floor(random() * documents.length)], random))
  }
}

test('what the official registry refuses, we refuse; the rules alone cover its current schema', () => {
  let refused = 0
  for (const text of mutants()) {
    const { body } = toUpstreamIssues(text)
    const { valid, findings } = validateServerJson(text)
    if ('valid' in body && body.valid) continue
    refused++
    if (valid) expect.fail(`${text}: ${JSON.stringify(body)}`)
    if (findings.some(({ code }) => code === 'R229')) expect.fail(`${text}: ${JSON.stringify(findings)}`)
  }
  console.log(`${refused} of ${MUTANTS} mutants are refused by the official registry`)
  expect(refused).toBeGreaterThan(MUTANTS * 0.2)
  expect(refused).toBeLessThan(MUTANTS * 0.9)
})

test('what we accept in either profile can be read by strict clients', () => {
  for (const text of mutants()) {
    for (const profile of ['new', 'mirrored'] as const) {
      const { valid, document } = validateServerJson(text, { profile })
      if (valid && !(document && isServerJson(document))) expect.fail(`${profile}: ${text}`)
    }
  }
})
