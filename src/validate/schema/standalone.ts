import { _, type Options } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import type { SchemaDate } from './dates.ts'
import { makeAjv } from './make-ajv.ts'

const SOURCE = { source: true, esm: true, lines: false, formats: _`formats` } satisfies Options['code']

/**
 * The code of a module that does what first-error.ts or every-error.ts does, without compiling anything: it exports
 * `validatorOf`. The same schemas give the same text.
 *
 * @param dates the schemas to have; of others, its `validatorOf` knows nothing
 */
export function standaloneModule(
  dates: readonly SchemaDate[],
  { allErrors }: { allErrors: boolean },
): string {
  const ajv = makeAjv({ allErrors, code: SOURCE })
  const names = Object.fromEntries(dates.map((date) => [nameOf(date), `${date}.json`]))
  const code = withoutRequire(standaloneCode(ajv, names))
  const table = dates.map((date) => `${JSON.stringify(date)}: ${nameOf(date)}`).join(', ')
  return `import { codePoints } from '../go/text.ts'
import { isUri } from './uri.ts'
const formats = { uri: isUri }
${code}
const validators = { ${table} }
export const validatorOf = (date) => validators[date]
`
}

function nameOf(date: SchemaDate): string {
  return `of${date.replaceAll('-', '')}`
}

/** Ajv writes `require` for its helpers, for which there is no place in an ECMAScript module. One is needed here. */
function withoutRequire(code: string): string {
  const replaced = code
    .replace('"use strict";', '')
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', 'codePoints')
  const [other] = /require\([^)]*\)/.exec(replaced) ?? []
  if (other) throw new Error(`The compiled schemas need ${other}, and nothing stands in for it here.`)
  return replaced
}
