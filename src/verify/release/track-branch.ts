/** What the names of all branches begin with on which the registry proposes releases. */
export const TRACK_BRANCHES = 'registry/track/'

/** What Git refuses in a part of a reference: a dot at its start or end, two dots, a final `.lock`, and `~`. */
const REFUSED = /~|\.(?=\.|\/|$|lock(?:\/|$))|(?<=\/)\./g

/** The branch on which the registry proposes a version: `registry/track/io.github.alice/weather/1.2.0`. */
export function trackBranch(name: string, version: string): string {
  const path = `${name}/${version}`
  return (
    TRACK_BRANCHES +
    path.replace(REFUSED, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  )
}

export function isTrackBranch(branch: string): boolean {
  return branch.startsWith(TRACK_BRANCHES)
}
