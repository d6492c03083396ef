const NUMBER = '(0|[1-9][0-9]*)'
const IDENTIFIER = '(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)'
const SEMVER = new RegExp(
  `^v?${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(${IDENTIFIER}(?:\\.${IDENTIFIER})*))?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$`,
)

/**
 * Whether a version takes part in semantic ordering, as the official registry decides it (lifecycle L1): exactly
 * three numbers without leading zeros, one optional lower-case `v`, optional pre-release and build.
 */
export function isSemver(version: string): boolean {
  return SEMVER.test(version)
}

/** A version with the time it was published, in microseconds since 1970. */
export interface PublishedVersion {
  version: string
  publishedAt: number
}

/**
 * The official registry's comparison of two versions of one server (lifecycle L1): semantic order where both are
 * semantic, publication time where neither is, and a semantic version above any other. A total preorder: among equals
 * (`1.0.0`, `v1.0.0`, `1.0.0+build`) the one that was there first stays latest.
 */
export function compareVersions(a: PublishedVersion, b: PublishedVersion): number {
  const x = SEMVER.exec(a.version)
  const y = SEMVER.exec(b.version)
  if (x && y) return compareSemver(x, y)
  if (!x && !y) return Math.sign(a.publishedAt - b.publishedAt)
  return x ? 1 : -1
}

function compareSemver(a: RegExpExecArray, b: RegExpExecArray): number {
  for (const part of [1, 2, 3]) {
    const order = compareNumbers(a[part]!, b[part]!)
    if (order) return order
  }
  return comparePreReleases(a[4], b[4])
}

/** Compares digit strings without leading zeros; they may be longer than any number type holds. */
function compareNumbers(a: string, b: string): number {
  return Math.sign(a.length - b.length) || compareText(a, b)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** SemVer 2.0 §11: no pre-release is above any; numbers are below words; a longer list is above its own prefix. */
function comparePreReleases(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  const x = a.split('.')
  const y = b.split('.')
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const order = compareIdentifiers(x[i]!, y[i]!)
    if (order) return order
  }
  return Math.sign(x.length - y.length)
}

function compareIdentifiers(a: string, b: string): number {
  const aIsNumber = /^[0-9]+$/.test(a)
  const bIsNumber = /^[0-9]+$/.test(b)
  if (aIsNumber && bIsNumber) return compareNumbers(a, b)
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1
  return compareText(a, b)
}
