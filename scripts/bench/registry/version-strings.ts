import type { Random } from './random.ts'

type Core = [major: number, minor: number, patch: number]

/** How publishers write versions; nearly all use three plain numbers. */
const SCHEMES: readonly (readonly [(core: Core, random: Random) => string, number])[] = [
  [(core) => core.join('.'), 98.9],
  [(core) => `${core.join('.')}-beta.1`, 0.39],
  [([major, minor, patch]) => `${2025 + (major % 2)}.${1 + (minor % 12)}.${patch}`, 0.17],
  [(core) => `${core.join('.')}.0`, 0.17],
  [(core) => `${core.join('.')}rc1`, 0.16],
  [(core) => `v${core.join('.')}`, 0.07],
  [([major, minor, patch]) => `${major}.${minor * 100 + patch}`, 0.04],
  [(core, random) => `${core.join('.')}-${hex(random)}`, 0.04],
  [(core, random) => `${core.join('.')}+${hex(random)}`, 0.04],
]

const FIRST: readonly (readonly [Core | undefined, number])[] = [
  [[1, 0, 0], 27],
  [[0, 1, 0], 5],
  [[0, 0, 1], 5],
  [undefined, 63],
]

/** Invents the versions of one server in the order of their publication. No two are the same. */
export function inventVersions(count: number, random: Random): string[] {
  const write = random.weighted(SCHEMES)
  const versions = new Set<string>()
  let core: Core = random.weighted(FIRST) ?? [random.below(3), random.below(8), random.below(12)]
  while (versions.size < count) {
    const older = random.chance(0.01) && versions.size > 1
    // A fix for an older line: published later, and yet not the latest.
    const next: Core = older ? [Math.max(0, core[0] - 1), core[1], core[2]] : core
    versions.add(write(next, random))
    core = bump(core, random)
  }
  return [...versions]
}

function bump([major, minor, patch]: Core, random: Random): Core {
  const how = random.next()
  if (how < 0.65) return [major, minor, patch + 1]
  if (how < 0.75) return [major, minor, patch + 2 + random.below(4)]
  if (how < 0.97) return [major, minor + 1, 0]
  return [major + 1, 0, 0]
}

function hex(random: Random): string {
  return random.below(0x10000000).toString(16).padStart(7, '0')
}
