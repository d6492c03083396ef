import type { Entry, PackageEvidence } from '../../model/entry.ts'
import { formatDay } from '../text/dates.ts'
import { safeText } from '../text/safe-text.ts'

/** What was seen of a package when its version was published. */
export interface EvidenceLine {
  sentence: string
  /** The hash that was seen, with what it is called. */
  term: string
  value: string
}

/** What the gate saw of an entry's packages, for people. Of a package with several files, every file has a line. */
export function evidenceOf({ provenance, official }: Entry): EvidenceLine[] {
  const checked = `We checked on ${formatDay(official.publishedAt)}.`
  return (provenance.evidence ?? []).map((seen) => ({
    sentence: `${sawOf(seen)} ${checked}`,
    term: TERMS[seen.kind],
    value: safeText(seen.value),
  }))
}

const TERMS: Readonly<Record<PackageEvidence['kind'], string>> = {
  integrity: 'Integrity',
  digest: 'Digest',
  sha256: 'SHA-256',
}

function sawOf({ package: seen }: PackageEvidence): string {
  const [type = '', label = ''] = seen.split(' ').map(safeText)
  const named = `\`${label.replace(/(?<=.)@(?=[^@]*$)/, ' ')}\` names this server`
  switch (type) {
    case 'npm':
      return `npm’s ${named} in \`mcpName\`.`
    case 'pypi':
      return `PyPI’s ${named} in its README.`
    case 'cargo':
      return `The crate ${named} in its README.`
    case 'oci':
      return `The image \`${label}\` names this server in a label.`
    case 'mcpb':
      return 'The bundle has the SHA-256 that the entry states.'
    default:
      return `\`${safeText(seen)}\` was there.`
  }
}
