import type { RuleTexts } from '../rule.ts'
import { EXPLAINED } from '../rules/index.ts'

const TEXTS: ReadonlyMap<string, RuleTexts> = new Map(EXPLAINED.map((rule) => [rule.code, rule]))

/** What a rule is to people; nothing for a code that is no longer used, in an old verdict. */
export function textsOf(code: string): RuleTexts | undefined {
  return TEXTS.get(code)
}
