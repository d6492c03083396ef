import { PUBLISHER_META } from '../../model/server-json.ts'
import { DESCRIPTION } from '../rules/description.ts'
import { ICON_SOURCE } from '../rules/icons.ts'
import { NAME } from '../rules/name.ts'
import { REPOSITORY } from '../rules/repository.ts'
import { NO_SCHEMA, UNREADABLE_SCHEMA } from '../rules/schema.ts'
import {
  BAD_HASH,
  EMPTY_TEXT,
  MISSING,
  NOT_IN_LIST,
  NULL_VALUE,
  UNKNOWN_KEY,
  UNKNOWN_META,
  WRONG_TYPE,
} from '../rules/structure.ts'
import { TITLE_LENGTH } from '../rules/title.ts'
import { BASE_URL_FORM } from '../rules/uri.ts'
import { WEBSITE } from '../rules/website.ts'
import type { Path, Problem, Rule } from '../rule.ts'
import { codePoints } from '../go/text.ts'
import { show, showList } from '../text/show.ts'
import { pairRenamed, type Missing, type Unknown } from './renamed.ts'
import { suggestKey } from './suggest.ts'
import type { Violation } from './violations.ts'

/** The problems of a document's structure, by whether they leave a usable value behind. */
export interface StructureProblems {
  /** Values that are missing, unknown or of another type: nothing more can be said about them. */
  hard: Problem[]
  /** Values of the right type that are out of bounds: a rule about their meaning may say it better. */
  soft: Problem[]
  /** Where there is no usable value. */
  absent: Path[]
}

/** Says of each violation what is wrong, under the rule that people know for that field. */
export function structureProblems(violations: readonly Violation[]): StructureProblems {
  const found: StructureProblems = { hard: [], soft: [], absent: [] }
  if (violations.length === 0) return found
  const renamed = pairRenamed(violations)
  for (const violation of violations) {
    const { kind } = violation
    if (kind === 'missing') found.absent.push([...violation.path, violation.key])
    if (kind === 'type') found.absent.push(violation.path)
    const other = renamed.get(violation)
    if (other && kind === 'unknown') continue
    const isHard = kind === 'missing' || kind === 'type' || kind === 'unknown'
    const problem =
      other && kind === 'missing' ? renamedProblem(other.path, violation.key) : toProblem(violation)
    found[isHard ? 'hard' : 'soft'].push(problem)
  }
  return found
}

function toProblem(violation: Violation): Problem {
  const { path, value } = violation
  const key = String(path.at(-1) ?? '')
  switch (violation.kind) {
    case 'type':
      return typeProblem(violation)
    case 'missing':
      return missingProblem(violation)
    case 'unknown':
      return unknownProblem(violation)
    case 'min':
    case 'max':
      return { rule: lengthRule(key), path, message: lengthMessage(key, value as string, violation) }
    case 'pattern':
      if (key !== 'fileSha256')
        return { rule: NAME, path, message: `The server name ${show(value)} is not namespace/name.` }
      return {
        rule: BAD_HASH,
        path,
        message: `The \`fileSha256\` ${show(value)} is not 64 lower-case hexadecimal digits.`,
      }
    case 'oneOf':
      return {
        rule: NOT_IN_LIST,
        path,
        message: `${show(key)} is ${show(value)}, not ${showList(violation.allowed)}.`,
      }
    case 'uri':
      return {
        rule: URI_RULES[key] ?? BASE_URL_FORM,
        path,
        message: `The ${show(key)} ${show(value)} is not a URL.`,
      }
  }
}

function typeProblem({ path, value, expected }: Violation & { kind: 'type' }): Problem {
  const name = path.length === 0 ? 'The document' : show(String(path.at(-1)))
  const article = /^[ao]/.test(expected) ? 'an' : 'a'
  if (value === null && path.length > 0)
    return { rule: NULL_VALUE, path, message: `${name} is \`null\`, not ${article} ${expected}.` }
  const fix =
    expected === 'string' && typeof value !== 'object'
      ? `Put it in quotes: \`"${String(value)}"\`.`
      : undefined
  const message = `${name} is ${typeName(value)}, not ${article} ${expected}.`
  return { rule: WRONG_TYPE, path, message, ...(fix ? { fix } : {}) }
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

function missingProblem({ path, key }: Missing): Problem {
  if (key === '$schema') return { rule: NO_SCHEMA, path, missing: key, message: 'There is no `$schema`.' }
  const where = path.length === 0 ? 'The document' : show(placeName(path))
  return { rule: MISSING, path, missing: key, message: `${where} has no ${show(key)}.` }
}

function renamedProblem(path: Path, key: string): Problem {
  const seen = show(String(path.at(-1)))
  const message = `There is ${seen} instead of ${show(key)}.`
  return { rule: MISSING, path, at: 'key', message, fix: `Rename ${seen} to ${show(key)}.` }
}

function placeName(path: readonly (string | number)[]): string {
  const last = path.at(-1)
  return typeof last === 'number' ? `${path.at(-2)}[${last}]` : String(last)
}

function unknownProblem({ path, known }: Unknown): Problem {
  const key = String(path.at(-1))
  if (known.includes(PUBLISHER_META)) {
    return {
      rule: UNKNOWN_META,
      path,
      at: 'key',
      message: `The \`_meta\` key ${show(key)} is not for publishers.`,
    }
  }
  const meant = suggestKey(key, known)
  const message = `The key ${show(key)} is not part of server.json here.`
  return {
    rule: UNKNOWN_KEY,
    path,
    at: 'key',
    message,
    ...(meant ? { fix: `Did you mean ${show(meant)}?` } : {}),
  }
}

const LENGTH_RULES: Record<string, Rule> = {
  $schema: NO_SCHEMA,
  name: NAME,
  description: DESCRIPTION,
  title: TITLE_LENGTH,
  src: ICON_SOURCE,
}

const URI_RULES: Record<string, Rule> = {
  $schema: UNREADABLE_SCHEMA,
  websiteUrl: WEBSITE,
  url: REPOSITORY,
  src: ICON_SOURCE,
}

function lengthRule(key: string): Rule {
  return LENGTH_RULES[key] ?? EMPTY_TEXT
}

function lengthMessage(
  key: string,
  value: string,
  { kind, limit }: { kind: 'min' | 'max'; limit: number },
): string {
  const length = codePoints(value)
  if (length === 0) return `${show(key)} is empty.`
  return `${show(key)} has ${length} characters; ${kind === 'max' ? 'at most' : 'at least'} ${limit} are wanted.`
}
