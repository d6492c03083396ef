import type { Change } from './change/change.ts'
import type { Context } from './context.ts'
import { covers } from './earlier.ts'
import { explain } from './explain-error.ts'
import type { GateRule, Outcome } from './rule.ts'
import type { Verdict } from './verdict.ts'

/** What one rule said, with its code. */
export type Said = Outcome & { code: string }

/**
 * Asks every rule about a change, in three steps: those that need nothing from outside; those that ask third parties,
 * unless the change has no place in the registry at all; and the look at the whole, once nothing else is wrong. Each
 * rule says something, so that a missing one is noticed.
 *
 * @returns by the order of `rules`
 */
export async function runRules(
  rules: readonly GateRule[],
  change: Change,
  context: Context,
): Promise<Said[]> {
  const said = new Map<string, Outcome[]>()
  const ask = async (asked: readonly GateRule[]): Promise<void> => {
    await Promise.all(asked.map(async (rule) => said.set(rule.code, await askRule(rule, change, context))))
  }
  const near = rules.filter((rule) => !rule.network && !rule.last)
  const far = rules.filter((rule) => rule.network)
  await ask(near)
  const { earlier, offline } = context
  if (offline) skip(far, 'It was not asked, since it needs the network.')
  else if (earlier) for (const rule of far) said.set(rule.code, recall(rule, earlier, change))
  else if (hasFailed((code) => code.startsWith('R1'))) skip(far, 'It is asked once the files are in order.')
  else await ask(far)
  const last = rules.filter((rule) => rule.last)
  if (hasFailed(() => true)) skip(last, 'It is looked at once nothing else is wrong.')
  else await ask(last)
  return rules.flatMap(({ code }) => said.get(code)!.map((outcome) => ({ code, ...outcome })))

  function skip(skipped: readonly GateRule[], message: string): void {
    for (const { code } of skipped) said.set(code, [{ status: 'skipped', message }])
  }

  function hasFailed(concerns: (code: string) => boolean): boolean {
    return [...said].some(
      ([code, outcomes]) => concerns(code) && outcomes.some(({ status }) => status === 'fail'),
    )
  }
}

async function askRule(rule: GateRule, change: Change, context: Context): Promise<Outcome[]> {
  try {
    const outcomes = await rule.check(change, context)
    if (outcomes.length === 0) return [{ status: 'pass', message: rule.passed }]
    return outcomes.map((outcome) => (asksForMore(outcome) ? { fix: rule.fix, ...outcome } : outcome))
  } catch (error) {
    return [{ status: 'error', ...explain(error) }]
  }
}

/** What a rule says in general about mending is said where it does not say it more exactly. */
function asksForMore({ status }: Outcome): boolean {
  return status === 'fail' || status === 'hold'
}

/** What a rule said in an earlier verdict on the same commit; nothing is not a pass. */
function recall({ code }: GateRule, earlier: Verdict, change: Change): Outcome[] {
  if (!covers(earlier, change)) {
    return [{ status: 'error', message: 'A version was not part of the change when it was checked.' }]
  }
  const outcomes = earlier.findings
    .filter((finding) => finding.code === code)
    .map(({ code: _, docs: __, ...outcome }): Outcome => outcome)
  if (outcomes.length === 0)
    return [{ status: 'error', message: 'The earlier verdict says nothing about this.' }]
  return outcomes
}
