import { expect, test } from 'vitest'
import { externalId } from '../../../../github/check-id.ts'
import { followPull, isOver } from './facts.ts'
import type { Answer } from './github.ts'

const SHA = 'a'.repeat(40)
const PULL = {
  number: 7,
  state: 'open',
  title: 'com.acme/weather 1.0.0',
  created_at: '2026-11-20T09:00:00Z',
  updated_at: '2026-11-20T09:00:00Z',
  merged_at: null as string | null,
  head: { sha: SHA },
}
const VERDICT = {
  ...{ version: 1, headSha: SHA, baseSha: SHA, findings: [] },
  ...{ decision: 'merge', publishes: [{ name: 'com.acme/weather', version: '1.0.0' }] },
}
const RUN = {
  ...{ id: 1, name: 'registry/verify', head_sha: SHA, external_id: externalId('verdict', 7, SHA) },
  ...{ status: 'completed', conclusion: 'success', completed_at: '2026-11-20T09:01:00Z' },
  output: { text: `\`\`\`json\n${JSON.stringify(VERDICT)}\n\`\`\`` },
}

function world() {
  const asked: string[] = []
  const state = { pull: { ...PULL }, runs: [] as unknown[], listed: false }
  const ask = async (path: string): Promise<Answer> => {
    asked.push(path.includes('/pulls/') ? 'pull' : 'checks')
    return { type: 'found', document: path.includes('/pulls/') ? state.pull : { check_runs: state.runs } }
  }
  const following = followPull(ask, 'acme/registry', 7, async () => {
    asked.push('registry')
    return state.listed
  })
  return { state, following, askedNow: () => asked.splice(0) }
}

test('only what may have changed is asked for', async () => {
  const { state, following, askedNow } = world()
  const turns: string[][] = []
  const look = async (): Promise<void> => {
    await following.look()
    turns.push(askedNow())
  }
  await look()
  await look()
  await look()
  await look()
  state.runs = [RUN]
  await look()
  await look()
  state.pull = { ...PULL, state: 'closed', merged_at: '2026-11-20T09:02:00Z' }
  await look()
  await look()
  expect(turns).toEqual([
    ['pull', 'checks'],
    ['checks'],
    ['checks'],
    ['pull', 'checks'],
    ['checks'],
    ['pull'],
    ['pull', 'registry'],
    ['registry'],
  ])
})

test('it is over when the registry has it, or when it is closed without being merged', async () => {
  const { state, following } = world()
  state.runs = [RUN]
  const first = await following.look()
  expect(first.type === 'found' && isOver(first.facts)).toBe(false)
  state.pull = { ...PULL, state: 'closed', merged_at: '2026-11-20T09:02:00Z' }
  state.listed = true
  const last = await following.look()
  expect(last).toMatchObject({ type: 'found', facts: { isLive: true } })
  expect(last.type === 'found' && isOver(last.facts)).toBe(true)

  const other = world()
  other.state.pull = { ...PULL, state: 'closed' }
  const closed = await other.following.look()
  expect(closed.type === 'found' && isOver(closed.facts)).toBe(true)
})

test('what is no pull request is not taken for one', async () => {
  const { state, following } = world()
  state.pull = { message: 'Not what was asked for' } as never
  expect(await following.look()).toMatchObject({ type: 'failed' })
})
