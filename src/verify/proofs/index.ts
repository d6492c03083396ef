import { AUTHOR } from './author.ts'
import { CLAIM } from './claim.ts'
import { DNS } from './dns.ts'
import { HTTP } from './http.ts'
import { MAINTAINER } from './maintainer.ts'
import { MEMBER } from './member.ts'
import { POLICY } from './policy.ts'
import type { Proof } from './proof.ts'
import { RELEASE } from './release.ts'
import { REPOSITORY } from './repository.ts'
import { SIGSTORE } from './sigstore.ts'

/** Every way to show that a namespace is one's own, cheapest first. Any one is enough. */
export const PROOFS: readonly Proof[] = [
  POLICY,
  MAINTAINER,
  AUTHOR,
  REPOSITORY,
  MEMBER,
  CLAIM,
  SIGSTORE,
  RELEASE,
  DNS,
  HTTP,
]
