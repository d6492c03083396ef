import { expect } from 'vitest'
import type { Files } from '../support/git-repository.ts'
import type { Gate } from '../support/github/gate.ts'
import { gateTest } from '../support/github/gate-test.ts'
import { remoteServer } from '../support/github/remote-server.ts'
import { fromRecord } from '../../src/github/verdict-record.ts'
import type { Verdict } from '../../src/verify/verdict.ts'

const test = gateTest({}, { alice: 11 })

/** What counts of a verdict, for comparison. */
function essence({ decision, headSha, baseSha, findings, proof, publishes }: Verdict): object {
  const told = findings.filter(({ status }) => status !== 'pass')
  const passed = new Set(findings.filter(({ status }) => status === 'pass').map(({ code }) => code))
  return { decision, headSha, baseSha, told, passed, proof, publishes }
}

/** The verdict in the pull request, and the one of `npm run verify` in a clone. */
async function bothVerdicts(gate: Gate, files: Files): Promise<[Verdict, Verdict, number | null]> {
  const pull = gate.pull('alice', files)
  await gate.verify(pull)
  const flags = ['--base', 'origin/main', '--head', pull.headSha!, '--as', 'alice', '--format', 'json']
  const { code, output } = await gate.run('verify', undefined, { REGISTRY_ROOT: gate.clone }, flags)
  return [fromRecord(gate.world.checks.at(-1)!.output.text)!, JSON.parse(output) as Verdict, code]
}

test.for([
  ['a sound publication', 'Tells the weather.', 0],
  ['one with a mistake', '', 1],
] as const)('on a laptop %s is judged as in the pull request', async ([_, description, exit], { gate }) => {
  const files = remoteServer('io.github.alice/weather', '1.0.0', description)
  const [inThePull, onTheLaptop, code] = await bothVerdicts(gate, files)
  expect(essence(onTheLaptop)).toEqual(essence(inThePull))
  expect(code).toBe(exit)
})
