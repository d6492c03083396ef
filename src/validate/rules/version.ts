import type { DraftPackage, DraftServer } from '../draft.ts'
import { codePoints, quote, trimSpace } from '../go/text.ts'
import { semantic, type CheckedRule, type Path, type Report, type Rule } from '../rule.ts'
import { show } from '../text/show.ts'

interface Versioned {
  version?: string | undefined
}

const LATEST_TEXT: Rule = {
  code: 'R244',
  title: 'The version is the word latest',
  why: '`latest` names whatever is newest at the time of asking, and is a reserved word in the URLs of the API.',
  fix: 'Name the version itself, such as `1.2.3`.',
  example: '{"version": "latest"}',
  upstream: 'reserved-version-string',
}

export const LATEST: CheckedRule<DraftServer> = { ...LATEST_TEXT, check: checkLatest }
/** The official registry let some packages in with this version before it had the rule. */
export const LATEST_PACKAGE: CheckedRule<DraftPackage> = {
  ...LATEST_TEXT,
  mirrored: 'warning',
  check: checkLatest,
}

function checkLatest(this: Rule, { version }: Versioned, at: Path, report: Report): void {
  if (version !== 'latest') return
  const path = [...at, 'version']
  const said = "version string 'latest' is reserved and cannot be used"
  const upstream = semantic(path, said, LATEST_TEXT.upstream!)
  report({ rule: this, path, message: 'The version is `latest`, which is a reserved word.', upstream })
}

export const RANGE: CheckedRule<Versioned> = {
  code: 'R245',
  title: 'The version is a range',
  why: 'An entry describes exactly one version. A range would install something else tomorrow.',
  fix: 'Name one version, such as `1.2.3`.',
  example: '{"version": "^1.2.0"}',
  upstream: 'version-looks-like-range',
  check({ version }, at, report) {
    if (version === undefined || version === 'latest' || !isRange(version)) return
    const path = [...at, 'version']
    const said = `version must be a specific version, not a range: ${quote(version)}`
    const upstream = semantic(path, said, this.upstream!)
    report({ rule: this, path, message: `The version ${show(version)} is a range.`, upstream })
  },
}

const SPACE = '[\\t\\n\\f\\r ]*'
const ONE = 'v?\\d+(?:\\.\\d+){0,3}(?:-[0-9A-Za-z.-]+)?'
const COMPARATOR = new RegExp(`^${SPACE}(?:\\^|~|>=|<=|>|<|=)${SPACE}${ONE}${SPACE}$`)
const HYPHEN = new RegExp(`^${SPACE}${ONE}[\\t\\n\\f\\r ]-${SPACE}${ONE}${SPACE}$`)
const EITHER = new RegExp(`^${SPACE}(?:${ONE}${SPACE})(?:\\|\\|${SPACE}${ONE}${SPACE})+$`)
const WILDCARD = new RegExp(
  `^${SPACE}(?:v?\\d+|x|X|\\*)(?:\\.(?:\\d+|x|X|\\*)){1,2}(?:-[0-9A-Za-z.-]+)?${SPACE}$`,
)
// The longest real version has 31 characters. Above this nothing is looked at, so that no pattern can run away.
const LONGEST = 300

/** Whether a version looks like a range to the official registry (D06). `*` and `>=1 <2` do not. */
export function isRange(version: string): boolean {
  if (version.length > LONGEST) return false
  const text = trimSpace(version)
  if (COMPARATOR.test(text) || HYPHEN.test(text) || EITHER.test(text)) return true
  return WILDCARD.test(text) && /[xX*]/.test(text)
}

export const VERSION_LENGTH: CheckedRule<DraftServer> = {
  code: 'R252',
  title: 'The version is empty or too long',
  why: 'A version is part of the address of an entry.',
  fix: 'Name the version in 1 to 255 characters.',
  example: '{"version": ""}',
  check({ version }, at, report) {
    if (version === undefined) return
    const length = codePoints(version)
    if (length <= 255 && /[^ ]/.test(version)) return
    const message = length > 255 ? `The version has ${length} characters.` : 'The version is empty.'
    report({ rule: this, path: [...at, 'version'], message })
  },
}
