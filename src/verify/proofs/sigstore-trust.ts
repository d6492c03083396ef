import { createVerifier, type Bundle, type BundleVerifier, type VerifyOptions } from 'sigstore'
import { Unreachable } from '../net/unreachable.ts'

export type SerializedBundle = Bundle

/** Gives what Sigstore trusts at the moment. */
export type SigstoreTrust = () => Promise<BundleVerifier>

/**
 * What Sigstore trusts, by TUF: from its public repository, or from the mirror that the options name. Both a timestamp
 * of the certificate log and one of the transparency log are required of every bundle.
 *
 * @throws Unreachable where the repository cannot be read
 */
export function sigstoreTrust(
  options: Pick<VerifyOptions, 'tufMirrorURL' | 'tufRootPath' | 'tufCachePath' | 'retry' | 'timeout'> = {},
): SigstoreTrust {
  return async () => {
    try {
      return await createVerifier(options)
    } catch {
      throw new Unreachable('Sigstore’s keys could not be fetched.')
    }
  }
}
