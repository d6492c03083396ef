/** What the names of all these branches begin with. */
export const OWNER_BRANCHES = 'registry/owner/'

/** The branch on which the owner of a namespace is recorded. Git refuses two dots and a final `.lock` in its names. */
export function ownerBranch(namespace: string): string {
  return OWNER_BRANCHES + namespace.replace(/\.(?=\.|lock$)/g, '%2E')
}

/** The namespace whose owner a branch records; `undefined` for any other branch. */
export function ownerBranchOf(branch: string): string | undefined {
  return branch.startsWith(OWNER_BRANCHES)
    ? branch.slice(OWNER_BRANCHES.length).replaceAll('%2E', '.')
    : undefined
}
