import { createHash } from 'node:crypto'
import { VerificationError, type Bundle, type BundleVerifier } from 'sigstore'
import { show } from '../../validate/text/show.ts'
import type { Publication } from '../change/change.ts'
import type { Context } from '../context.ts'
import { accountsOf, listed, type Account } from './accounts.ts'
import { attestedDigests } from './attestation.ts'
import type { Attempt, Proof } from './proof.ts'
import { readProofFile } from './proof-file.ts'
import { runOf, type WorkflowRun } from './sigstore-signer.ts'
import { unsignedFile } from './unsigned-file.ts'
import { sigstoreTrust, type SigstoreTrust } from './sigstore-trust.ts'

const ISSUER = 'https://token.actions.githubusercontent.com'
/** Events by which nobody from outside can start a workflow (security D11). */
const EVENTS = ['push', 'release', 'workflow_dispatch']

/** A signature by a workflow of the account: whoever opens the pull request, the account made these very bytes. */
export function sigstoreProof(trust: SigstoreTrust): Proof {
  return {
    kind: 'sigstore',
    title: 'Signature of a workflow',
    network: true,
    async attempt(namespace, change, context) {
      const found = await accountsOf(namespace, context)
      const accounts = found && listed(found)
      if (!accounts || accounts.length === 0) return undefined
      const versions = change.publications.filter((publication) => publication.namespace === namespace)
      const login = show((found.present ?? found.recorded)!.login)
      const fix = `Sign each server.json in a workflow of ${login} that runs for a tag, a release or the default branch, and put the bundle into its \`proof.json\`.`
      if (versions.length === 0) {
        return { proved: false, saw: 'There is no new version that could be signed.', fix }
      }
      const unsigned = unsignedFile(namespace, change)
      if (unsigned !== undefined) return { proved: false, saw: unsigned, fix: ALONE }
      const bundles = versions.map(bundleOf)
      const [unread] = bundles.flatMap((bundle) => ('fault' in bundle ? [bundle.fault] : []))
      if (unread !== undefined) return { proved: false, saw: unread, fix }
      const verifier = await trust()
      const signers = await Promise.all(
        (bundles as Signed[]).map((signed) => signerOf(signed, verifier, accounts, context)),
      )
      const [fault] = signers.flatMap((signer) => ('fault' in signer ? [signer.fault] : []))
      if (fault !== undefined) return { proved: false, saw: fault, fix }
      return provedBy(signers as { account: Account; run: WorkflowRun }[], fix)
    },
  }
}

const ALONE = 'Leave the file out of this pull request, or open it from the account itself.'

export const SIGSTORE = sigstoreProof(sigstoreTrust())

function provedBy([first, ...more]: { account: Account; run: WorkflowRun }[], fix: string): Attempt {
  const { account, run } = first!
  if (more.some((other) => other.account.id !== account.id)) {
    return { proved: false, saw: 'The versions are signed by different accounts.', fix }
  }
  return {
    proved: true,
    account: { id: account.id!, login: account.login, type: account.type ?? 'User' },
    saw: `A workflow of ${show(run.repository)} signed it (${show(run.event)}, ${show(run.ref)}).`,
  }
}

/** A version with the bundle of its proof.json. */
interface Signed {
  label: string
  bundle: Bundle
  document: Buffer
}

function bundleOf({ name, version, file, proof }: Publication): Signed | { fault: string } {
  const label = show(`${name} ${version}`)
  if (!proof) return { fault: `${label} has no \`proof.json\` with a Sigstore bundle.` }
  const content = readProofFile(proof)
  if ('fault' in content) return { fault: `The \`proof.json\` of ${label} cannot be read: ${content.fault}` }
  if (!content.sigstore) return { fault: `The \`proof.json\` of ${label} has no Sigstore bundle.` }
  return { label, bundle: content.sigstore, document: file.bytes }
}

async function signerOf(
  { label, bundle, document }: Signed,
  verifier: BundleVerifier,
  accounts: readonly Account[],
  { github }: Context,
): Promise<{ account: Account; run: WorkflowRun } | { fault: string }> {
  const signed = verifyBundle(bundle, document, verifier)
  if ('fault' in signed) return { fault: `The Sigstore bundle of ${label} does not count: ${signed.fault}` }
  const { run } = signed
  const by = `${label} is signed by a workflow of ${show(run.repository)}`
  if (run.issuer !== ISSUER) return { fault: `${label} is not signed by GitHub Actions.` }
  const account = accounts.find(({ id }) => id !== undefined && id === run.ownerId)
  if (!account) return { fault: `${by}, which belongs to the account ${show(String(run.ownerId))}.` }
  if (!EVENTS.includes(run.event ?? '')) return { fault: `${by} that ${show(run.event)} started.` }
  if (!(await isSettledRef(run, github))) {
    return { fault: `${by} on ${show(run.ref)}, which is no tag and not the default branch.` }
  }
  return { account, run }
}

/** Other branches may be open to people who cannot publish. */
async function isSettledRef(
  { ref = '', repository = '' }: WorkflowRun,
  github: Context['github'],
): Promise<boolean> {
  if (ref.startsWith('refs/tags/')) return true
  const path = /^https:\/\/[^/]+\/([^/]+\/[^/]+)$/.exec(repository)?.[1]
  const branch = path && (await github.defaultBranch(path))
  return branch !== undefined && branch !== '' && ref === `refs/heads/${branch}`
}

/** Bundles are written by strangers: whatever the library throws over one means that it is not sound. */
function verifyBundle(
  bundle: Bundle,
  document: Buffer,
  verifier: BundleVerifier,
): { run: WorkflowRun } | { fault: string } {
  try {
    const run = runOf(verifier.verify(bundle, document))
    const digests = attestedDigests(bundle)
    const digest = createHash('sha256').update(document).digest('hex')
    if (digests && !digests.includes(digest)) return { fault: 'it is about another file.' }
    return { run }
  } catch (error) {
    return { fault: error instanceof VerificationError ? `${show(error.message)}.` : 'it cannot be read.' }
  }
}
