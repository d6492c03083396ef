import { expect, test } from 'vitest'
import { stationsOf, type CheckRunFacts, type PullFacts } from './progress.ts'

const HEAD = 'a'.repeat(40)
const NOON = '2026-11-20T12:00:00Z'
const noonPlus = (seconds: number): number => Date.parse(NOON) + seconds * 1000

function pull(more: Partial<PullFacts> = {}): PullFacts {
  const times = { created_at: NOON, updated_at: NOON, merged_at: null }
  return { number: 7, state: 'open', head: { sha: HEAD }, ...times, ...more }
}

function run(conclusion: string, more: Partial<CheckRunFacts> = {}): CheckRunFacts {
  return {
    id: 1,
    name: 'registry/verify',
    head_sha: HEAD,
    external_id: `verdict:1:7:${HEAD}`,
    status: 'completed',
    conclusion,
    completed_at: NOON,
    output: { text: null },
    ...more,
  }
}

function states(...given: Parameters<typeof stationsOf>): string {
  return stationsOf(...given)
    .map(({ state }) => state)
    .join(' ')
}

const merged = pull({ state: 'closed', merged_at: NOON })
const closed = pull({ state: 'closed' })

test.each([
  ['just opened', pull(), [], false, 'done now waiting waiting waiting'],
  ['passed', pull(), [run('success')], false, 'done done now waiting waiting'],
  ['passed, but a draft', pull({ draft: true }), [run('success')], false, 'done done held waiting waiting'],
  ['failed', pull(), [run('failure')], false, 'done failed waiting waiting waiting'],
  ['held', pull(), [run('action_required')], false, 'done held waiting waiting waiting'],
  ['no publication', pull(), [run('neutral')], false, 'done held waiting waiting waiting'],
  ['our error', pull(), [run('cancelled')], false, 'done now waiting waiting waiting'],
  ['merged', merged, [run('success')], false, 'done done done now waiting'],
  ['merged by a maintainer', merged, [run('action_required')], false, 'done done done now waiting'],
  ['live', merged, [run('success')], true, 'done done done done done'],
  ['closed', closed, [], false, 'done waiting failed waiting waiting'],
  ['closed after a failure', closed, [run('failure')], false, 'done failed failed waiting waiting'],
])('%s', (_, facts, runs, live, expected) => {
  expect(states(facts, runs, live, noonPlus(1))).toBe(expected)
})

test.each([
  ['of another name', { name: 'tests' }],
  ['of another commit', { head_sha: 'b'.repeat(40) }],
  ['of another pull request with the same head', { external_id: `verdict:1:8:${HEAD}` }],
  ['of a job that only has the name', { external_id: 'c0ffee' }],
  ['that is not done', { status: 'in_progress' }],
])('a check run %s says nothing', (_, more) => {
  expect(states(pull(), [run('success', more)], false)).toBe('done now waiting waiting waiting')
})

test('the newest check run counts, in whatever order they come', () => {
  const older = run('failure')
  const newer = run('success', { id: 2, completed_at: '2026-11-20T12:01:00Z' })
  for (const runs of [
    [older, newer],
    [newer, older],
  ]) {
    expect(states(pull(), runs, false)).toBe('done done now waiting waiting')
  }
})

test('what takes longer than usual says so', () => {
  const note = (at: number, given: PullFacts, runs: CheckRunFacts[] = []): (string | undefined)[] =>
    stationsOf(given, runs, false, noonPlus(at)).flatMap((station) => station.note ?? [])
  expect(note(60, pull())).toEqual([])
  expect(note(180, pull())).toEqual(['usually 1 minute, now 3 minutes'])
  expect(note(600, pull(), [run('success')])).toEqual(['usually 2 minutes, now 10 minutes'])
  expect(note(7200, merged)).toEqual(['usually 4 minutes, now 2 hours'])
  expect(note(400_000, merged)).toEqual(['usually 4 minutes, now 5 days'])
})

test('a failure says how much there is to fix', () => {
  const finding = { code: 'R202', status: 'fail', message: 'No.' }
  const verdict = {
    decision: 'fail',
    findings: [finding, finding, { ...finding, status: 'pass' }],
    publishes: [],
  }
  const text = `\`\`\`json\n${JSON.stringify(verdict)}\n\`\`\``
  const [, checked] = stationsOf(pull(), [run('failure', { output: { text } })], false)
  expect(checked).toMatchObject({ state: 'failed', note: '2 things to fix' })
})
