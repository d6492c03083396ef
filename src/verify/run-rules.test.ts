import { describe, expect, test, vi } from 'vitest'
import { RegistryError } from '../model/registry-error.ts'
import type { Change } from './change/change.ts'
import type { Context } from './context.ts'
import { Unreachable } from './net/unreachable.ts'
import type { GateRule, Outcome } from './rule.ts'
import { MERGED_REGISTRY } from './rules/merged-registry.ts'
import { runRules } from './run-rules.ts'
import type { Verdict } from './verdict.ts'

const CHANGE = { namespaces: [], files: [], publications: [] } as unknown as Change

function rule(code: string, check: GateRule['check'], more: Partial<GateRule> = {}): GateRule {
  const texts = { title: 'Something is wrong', passed: 'All is well.', why: '', fix: '', example: '' }
  return { code, ...texts, check, ...more }
}

const passing = (): Outcome[] => []
const failing = (): Outcome[] => [{ status: 'fail', message: 'No.' }]

async function ask(rules: GateRule[], context: Partial<Context> = {}): Promise<string[]> {
  const said = await runRules(rules, CHANGE, context as Context)
  return said.map(({ code, status, message }) => `${code} ${status} ${message}`)
}

describe('every rule says something', () => {
  test('silence is what passing sounds like', async () => {
    expect(await ask([rule('R101', passing)])).toEqual(['R101 pass All is well.'])
  })

  test('what a rule throws is an error of the check, and never a pass', async () => {
    const noise = vi.spyOn(console, 'error').mockImplementation(() => {})
    const throwing =
      (error: Error): GateRule['check'] =>
      () =>
        Promise.reject(error)
    const said = await ask([
      rule('R401', throwing(new Unreachable('npm did not answer.'))),
      rule('R402', throwing(new RegistryError('R603', 'Git failed.'))),
      rule('R403', throwing(new TypeError('secret of a publisher'))),
    ])
    expect(said.slice(0, 2)).toEqual(['R401 error npm did not answer.', 'R402 error Git failed.'])
    expect(said[2]).toMatch(/^R403 error Our check crashed/)
    expect(said.join()).not.toContain('secret')
    expect(noise).toHaveBeenCalledOnce()
    noise.mockRestore()
  })
})

describe('rules that ask third parties', () => {
  const asked = vi.fn(passing)
  const far = rule('R401', asked, { network: true })

  test('are asked when the files are in order, whatever else is wrong', async () => {
    expect(await ask([far, rule('R205', failing)])).toEqual(['R401 pass All is well.', 'R205 fail No.'])
  })

  test.each([
    ['offline', { offline: true }, [far]],
    ['for a change that has no place in the registry', {}, [far, rule('R101', failing)]],
  ])('are skipped %s', async (_, context, rules) => {
    asked.mockClear()
    expect((await ask(rules, context))[0]).toMatch(/^R401 skipped /)
    expect(asked).not.toHaveBeenCalled()
  })

  test('are remembered from an earlier verdict, and silence there is an error', async () => {
    asked.mockClear()
    const findings = [{ code: 'R401', status: 'hold', message: 'Not yet.', docs: 'x' }]
    const earlier = { findings, publishes: [] } as unknown as Verdict
    expect(await ask([far, rule('R402', asked, { network: true })], { earlier })).toEqual([
      'R401 hold Not yet.',
      'R402 error The earlier verdict says nothing about this.',
    ])
    expect(asked).not.toHaveBeenCalled()
  })
})

test('the whole is looked at once nothing else is wrong', async () => {
  expect(await ask([rule('R101', failing), MERGED_REGISTRY])).toEqual([
    'R101 fail No.',
    'R620 skipped It is looked at once nothing else is wrong.',
  ])
  expect(await ask([rule('R101', passing), MERGED_REGISTRY])).toEqual([
    'R101 pass All is well.',
    'R620 pass The registry can be built after the merge.',
  ])
})
