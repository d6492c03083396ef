import type { RuleTexts } from '../../../verify/rule.ts'

/** What an error is to people: what a command says where it cannot go on. It has a page, as a rule has one. */
export type ErrorTexts = Omit<RuleTexts, 'passed'>
