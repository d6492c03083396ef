import type { RuleTexts } from '../rule.ts'

/** What is said where not even the rules could be asked. It has a page like a rule, and nobody asks it. */
export const CHECK_FAILED: RuleTexts = {
  code: 'R635',
  title: 'The check itself did not work',
  passed: 'The check worked.',
  why: 'GitHub or Git did not answer, or we made a mistake. Nothing is said about the pull request by that.',
  fix: 'There is nothing to do: it is tried again by itself, within a quarter of an hour.',
  example: 'GitHub answers 500 when it is asked for the commits of a pull request',
}
