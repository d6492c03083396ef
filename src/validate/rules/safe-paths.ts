import { takenHalf } from '../../model/server-name.ts'
import type { DraftServer } from '../draft.ts'
import type { CheckedRule } from '../rule.ts'
import { show } from '../text/show.ts'
import { isRange } from './version.ts'

const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i
const LONGEST = 64

export const VERSION_PATH: CheckedRule<DraftServer> = {
  code: 'R293',
  title: 'The version cannot be part of a path',
  why: 'Each version is a folder in the repository and a part of URLs on hosts of every kind.',
  fix: 'Use letters, digits and `.`, `_`, `+`, `~`, `-`, at most 64 of them, such as `1.2.3` or `2026.11.1-beta.2`.',
  example: '{"version": "feature/weather"}',
  deviation: 'version-characters',
  mirrored: 'off',
  check({ version }, at, report) {
    if (!version || version === 'latest' || !/[^ ]/.test(version) || isRange(version)) return
    const seen = faultOf(version)
    if (!seen) return
    report({ rule: this, path: [...at, 'version'], message: `The version ${show(version)} ${seen}.` })
  },
}

function faultOf(version: string): string | undefined {
  const odd = /[^A-Za-z0-9._+~-]/u.exec(version)
  if (odd) return `contains ${show(odd[0])}`
  if (version.length > LONGEST) return `has ${version.length} characters`
  if (version.startsWith('.') || version.includes('..')) return 'reads like a hidden or parent folder'
  if (version.endsWith('.')) return 'ends with a dot, which Windows drops'
  if (/\.(?:html|json|gz)$/i.test(version))
    return 'ends like a file name, by which web servers choose its type'
  if (/^(?:latest|index)$/i.test(version)) return 'is a reserved word'
  if (DEVICE.test(version)) return 'is the name of a device on Windows'
  return undefined
}

export const NAME_PATH: CheckedRule<DraftServer> = {
  code: 'R294',
  title: 'A half of the name cannot be a folder',
  why: 'Namespace and name are folders in the repository, which must be possible beside the registry’s own files, and on Windows too.',
  fix: 'Choose another name.',
  example: '{"name": "io.github.alice/con"}',
  deviation: 'device-names',
  mirrored: 'off',
  check({ name = '' }, at, report) {
    const device = name.split('/').find((part) => DEVICE.test(part))
    const taken = takenHalf(name)
    const half = device ?? taken
    if (half === undefined) return
    const reason =
      half === device ? 'is the name of a device on Windows' : 'is a file that the registry has there'
    report({
      rule: this,
      path: [...at, 'name'],
      message: `${show(half)} in the name ${show(name)} ${reason}.`,
    })
  },
}
