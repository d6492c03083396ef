import type { GateRule } from '../rule.ts'
import { RULES } from '../rules/index.ts'

export type RuleTexts = Pick<GateRule, 'title' | 'passed' | 'why' | 'fix'>

const TEXTS: ReadonlyMap<string, RuleTexts> = new Map(RULES.map((rule) => [rule.code, rule]))

/** What a rule is to people; nothing for a code that is no longer used, in an old verdict. */
export function textsOf(code: string): RuleTexts | undefined {
  return TEXTS.get(code)
}
