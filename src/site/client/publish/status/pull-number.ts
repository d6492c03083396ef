/**
 * The number of a pull request, from what people have at hand: `4812`, `#4812`, or its address. `undefined` where it is
 * none, or one of another repository.
 */
export function pullNumber(text: string, repository: string): number | undefined {
  const [, digits] = /^#?(\d{1,9})$/.exec(text.trim()) ?? []
  if (digits !== undefined) return Number(digits) || undefined
  const [, where, number] =
    /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/pull\/(\d{1,9})(?:[/?#]|$)/.exec(text.trim()) ?? []
  return where?.toLowerCase() === repository.toLowerCase() ? Number(number) || undefined : undefined
}
