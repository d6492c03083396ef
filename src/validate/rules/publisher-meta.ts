import { PUBLISHER_META } from '../../model/server-json.ts'
import type { DraftServer } from '../draft.ts'
import { goJsonSize } from '../go/json-size.ts'
import type { CheckedRule } from '../rule.ts'

const MOST_BYTES = 4096

/** Official rule E01; upstream does not ask it of edits, so mirrored records may be larger. */
export const PUBLISHER_META_SIZE: CheckedRule<DraftServer> = {
  code: 'R270',
  title: 'The publisher-provided metadata are larger than 4 KiB',
  why: 'They travel with every list that contains the entry.',
  fix: 'Keep what clients need and link to the rest.',
  example: `{"_meta": {"${PUBLISHER_META}": {"readme": "5 KiB of text"}}}`,
  mirrored: 'warning',
  check({ _meta }, at, report) {
    const meta = _meta?.[PUBLISHER_META]
    if (meta === undefined) return
    const size = goJsonSize(meta)
    if (size <= MOST_BYTES) return
    report({
      rule: this,
      path: [...at, '_meta', PUBLISHER_META],
      message: `The publisher-provided metadata have ${size} bytes; ${MOST_BYTES} are allowed.`,
      upstream: [
        {
          path: '',
          message: `_meta.${PUBLISHER_META} extension exceeds 4KB limit (${size} bytes)`,
          reference: '',
          type: 'semantic',
          severity: 'error',
        },
      ],
    })
  },
}
