import { RULES as DOCUMENT_RULES } from '../validate/rules/index.ts'
import { docsOf } from '../verify/docs-address.ts'
import { CHECK_FAILED } from '../verify/rules/check-failed.ts'
import { EXPLAINED } from '../verify/rules/index.ts'
import type { ErrorTexts } from './docs/errors/error-texts.ts'
import { ERRORS } from './docs/errors/index.ts'

/** Rules of one kind. */
export interface RuleArea {
  id: string
  title: string
  about: string
  /** What follows where one of them does not pass. */
  outcome: string
  rules: RulePage[]
}

/** What the page of one rule shows. */
export interface RulePage {
  code: string
  /** From the root of the site. */
  path: string
  area: string
  /** What follows where it does not pass. */
  outcome: string
  title: string
  why: string
  fix: string
  example: string
  /** Third parties are asked for it. */
  network: boolean
  /** The official registry's reference for the same rule. */
  upstream?: string
  /** The id of the row in the documentation of deviations, where the official registry is less strict. */
  deviation?: string
}

const MENDED = 'It has to be mended before anything is merged.'
const AGAIN = 'Nothing is merged before the check has worked. It is tried again by itself.'
const AREAS: Record<string, Omit<RuleArea, 'id' | 'rules'>> = {
  R1: { title: 'The change', about: 'What a pull request may change, file by file.', outcome: MENDED },
  R2: {
    title: 'The document',
    about:
      'What stands in a server.json. The same rules judge on a laptop, in the pull request and over the API.',
    outcome: MENDED,
  },
  R3: {
    title: 'Ownership',
    about: 'Who may publish under a namespace.',
    outcome:
      'It has to be mended before anything is merged. Where a namespace changes hands, a maintainer looks first.',
  },
  R4: {
    title: 'Packages',
    about: 'Whether packages exist, and say themselves that they belong to the server.',
    outcome:
      'It has to be mended before anything is merged. A package registry that does not answer is asked again, without anything to do for you.',
  },
  R5: {
    title: 'Judgement',
    about: 'What may be right and may be a trick.',
    outcome: 'In most of these cases a maintainer looks before anything is merged; the comment says so.',
  },
  R6: {
    title: 'The registry as a whole',
    about: 'What would be wrong after the merge, though nothing of the change is wrong by itself.',
    outcome: MENDED,
  },
  W: {
    title: 'Advice about clients',
    about: 'What particular clients cannot use of an entry.',
    outcome: 'It is advice and never stands in the way.',
  },
  errors: {
    title: 'Where a command ends',
    about: 'What `mcp-git`, the commands of operators and the workflows say where they cannot go on.',
    outcome: 'No pull request is judged by it: the command ends, and can be run again.',
  },
}

/** All rules by area, in the order of their codes, and the errors behind them. */
export function ruleAreas(): RuleArea[] {
  return Object.entries(AREAS)
    .map(([id, area]) => ({ id, ...area, rules: rulePages().filter((rule) => rule.area === area.title) }))
    .filter(({ rules }) => rules.length > 0)
}

/** The pages of all rules, in the order of their codes, then those of all errors. */
export function rulePages(): RulePage[] {
  return [
    ...EXPLAINED.map((rule) => toPage(rule, areaOf(rule.code))),
    ...ERRORS.map((error) => toPage(error, 'errors')),
  ]
}

function areaOf(code: string): string {
  return code.startsWith('W') ? 'W' : code.slice(0, 2)
}

const DOCUMENT = new Map(DOCUMENT_RULES.map((rule) => [rule.code, rule]))

function toPage(
  { code, title, why, fix, example, network }: ErrorTexts & Pick<(typeof EXPLAINED)[number], 'network'>,
  areaId: string,
): RulePage {
  const { upstream, deviation } = DOCUMENT.get(code) ?? {}
  const { title: area, outcome: usual } = AREAS[areaId]!
  const outcome = code === CHECK_FAILED.code ? AGAIN : usual
  return {
    ...{ code, path: docsOf(code), area, outcome, title, why, fix, example },
    network: network === true,
    ...(upstream !== undefined && { upstream }),
    ...(deviation !== undefined && { deviation }),
  }
}
