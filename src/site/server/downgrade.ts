import type { CatalogServer } from '../../catalog/catalog.ts'
import type { Entry } from '../../model/entry.ts'
import { safeText } from '../text/safe-text.ts'

/**
 * What the latest version lacks that an earlier one had: a proof, a signature, or a look at the package. Told as a
 * sentence; `undefined` where nothing got worse. Deleted versions do not count: nobody is sent back to one.
 */
export function downgradeOf({ entries, latest }: CatalogServer): string | undefined {
  const earlier = entries
    .filter(({ official }) => official.status !== 'deleted')
    .filter(({ official }) => official.publishedAt < latest.official.publishedAt)
    .sort((a, b) => b.official.publishedAt - a.official.publishedAt)
  for (const { had, lacks, is } of LOSSES) {
    if (is(latest)) continue
    const better = earlier.find(is)
    if (better)
      return `Version ${safeText(better.version)} ${had}. Version ${safeText(latest.version)} ${lacks}.`
  }
  return lostEvidence(earlier, latest)
}

/** The gravest first: what was not judged at all has no signature either. */
const LOSSES: readonly { had: string; lacks: string; is: (entry: Entry) => boolean }[] = [
  {
    had: 'came with a proof of who published it',
    lacks: 'has none on record',
    is: ({ provenance }) => provenance.proof !== undefined,
  },
  {
    had: 'was signed by a workflow of its publisher',
    lacks: 'was not published by such a signature',
    is: ({ provenance }) => provenance.proof === 'sigstore',
  },
]

function lostEvidence(earlier: readonly Entry[], latest: Entry): string | undefined {
  const seen = typesSeen(latest)
  const unseen = new Set(
    (latest.server.packages ?? []).map(({ registryType }) => registryType).filter((type) => !seen.has(type)),
  )
  for (const entry of earlier) {
    const lost = [...typesSeen(entry)].find((type) => unseen.has(type))
    if (lost === undefined) continue
    const versions = [safeText(entry.version), safeText(latest.version)] as const
    return `The ${safeText(lost)} package of version ${versions[0]} was checked and its hash noted. For version ${versions[1]} no hash is on record.`
  }
  return undefined
}

/** The kinds of packages that there is evidence of. */
function typesSeen({ provenance }: Entry): Set<string> {
  return new Set((provenance.evidence ?? []).map((seen) => seen.package.split(' ', 1)[0]!))
}
