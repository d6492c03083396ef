import type { DraftPackage } from '../draft.ts'
import { parseGoUrl } from '../go/url.ts'
import type { CheckedRule } from '../rule.ts'
import { show } from '../text/show.ts'

/** Found by the structure layer where Go cannot parse it (A09), by the JSON Schema where it is relative (C10). */
export const BASE_URL_FORM: CheckedRule<DraftPackage> = {
  code: 'R217',
  title: 'The registryBaseUrl is not an absolute URL',
  why: 'Clients pass it on to package managers.',
  fix: 'Remove `registryBaseUrl`; the public registry of the type is meant without it.',
  example: '{"registryBaseUrl": "pypi.org"}',
  mirrored: 'warning',
  check({ registryBaseUrl }, at, report) {
    if (registryBaseUrl === undefined || parseGoUrl(registryBaseUrl).url?.scheme) return
    const message = `The registryBaseUrl ${show(registryBaseUrl)} is not an absolute URL.`
    report({ rule: this, path: [...at, 'registryBaseUrl'], message })
  },
}
