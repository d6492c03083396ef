/** The check that the ruleset of the main branch asks for. */
export const CHECK_NAME = 'registry/verify'

/**
 * Marks our check runs. A job of that name has an id of GitHub's there, which no workflow can choose (security A9). The
 * number is in it because two people can open a pull request with the same commit, and what is true of one is not of the
 * other.
 */
export function externalId(kind: 'verdict' | 'other', pullRequest: number, headSha: string): string {
  return `${kind}:1:${pullRequest}:${headSha}`
}
