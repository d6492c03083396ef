import { show } from '../../validate/text/show.ts'
import { LIMITS } from '../change/limits.ts'
import type { GateRule } from '../rule.ts'

/** Security B6, beside what `R101` (places), `R293` and `R294` (versions and names as folders) say. */
export const ODD_PATH: GateRule = {
  code: 'R123',
  title: 'A path has characters that paths should not have',
  passed: 'All paths are plain.',
  why: 'Paths become addresses, lines of lists and folders on disks of every kind. Some characters are dropped, turned around or taken for commands there.',
  fix: 'Rename the file with letters, digits and `.`, `_`, `~`, `-`; other characters of a version are percent-encoded.',
  example: 'servers/al/io.github.alice/weather/1.0.0\\u202e/server.json',
  check: ({ files }) =>
    files.flatMap(({ path, status }) => {
      const fault = status === 'removed' ? undefined : faultOf(path)
      return fault ? [{ status: 'fail', path, message: `The path ${show(path)} ${fault}.` }] : []
    }),
}

function faultOf(path: string): string | undefined {
  const odd = /[^A-Za-z0-9._~%/+@-]/u.exec(path)
  if (odd && path.startsWith('servers')) return `contains ${show(odd[0])}`
  if (/[^\x20-\x7e]/.test(path)) return 'contains characters that are not ASCII'
  if (Buffer.byteLength(path) > LIMITS.pathBytes) return `has more than ${LIMITS.pathBytes} bytes`
  if (path.split('/').some((step) => /^\.*$|[. ]$/.test(step)))
    return 'has a step that is empty, or ends with a dot or a space'
  return undefined
}
