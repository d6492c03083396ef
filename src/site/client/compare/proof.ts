import { safeUrl, hostOf } from '../../text/safe-text.ts'

/** What the registry has on record about how a version came in, in words. */
export function proofOf(own: Record<string, unknown>): string[] {
  const { pullRequest, upstream, proof } = own
  const url = typeof upstream === 'string' ? safeUrl(upstream) : undefined
  return [
    ...(typeof proof === 'string' ? [`proved by ${proof}`] : []),
    ...(typeof pullRequest === 'number' ? [`pull request #${pullRequest}`] : []),
    ...(url ? [`mirrored from ${hostOf(url)}`] : []),
  ]
}
