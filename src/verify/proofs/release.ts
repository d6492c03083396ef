import { readListing } from '../../catalog/statement.ts'
import { serverFolder } from '../../model/tree-path.ts'
import { show } from '../../validate/text/show.ts'
import type { Change } from '../change/change.ts'
import type { Context } from '../context.ts'
import { readRelease, type Tracking } from '../release/release.ts'
import { isTrackBranch, trackBranch } from '../release/track-branch.ts'
import { domainFault } from './domain-names-owner.ts'
import type { Attempt, Proof } from './proof.ts'

const BY_HAND = 'Publish the version yourself, from an account that owns the namespace.'

/**
 * A release of the repository that the owner named in listing.md. The registry opens such pull requests itself, and that
 * it did shows nothing: what the owner released is read again, and has to be this very file.
 */
export const RELEASE: Proof = {
  kind: 'release',
  title: 'Release',
  concerns: ({ headRepository }) =>
    headRepository?.isRegistry === true && isTrackBranch(headRepository.branch),
  async attempt(namespace, change, context) {
    const refuse = (saw: string, fix = BY_HAND): Attempt => ({ proved: false, saw, fix })
    const { publisher } = context
    if (publisher.type !== 'Bot') return refuse('The registry did not open this pull request itself.')
    const [publication] = change.publications
    if (publication?.namespace !== namespace || !isAlone(change)) {
      return refuse('A release lists one new server.json, and nothing else.')
    }
    const { name, version, file } = publication
    const wanted = trackBranch(name, version)
    if (publisher.headRepository?.branch !== wanted) return refuse(`The branch is not ${show(wanted)}.`)
    const track = await trackingAt(name, context)
    if (!track) return refuse(`The listing.md of ${show(name)} tracks no releases.`)
    const release = await readRelease(name, version, track, context)
    if ('saw' in release) return refuse(release.saw, release.fix)
    const { tag, commit, owner, bytes } = release
    const fault = await domainFault(namespace, owner, change, context)
    if (fault) return fault
    const where = `The release ${show(tag)} of ${show(track.repository)} (${show(commit.slice(0, 7))})`
    if (!bytes.equals(file.bytes)) {
      return refuse(`${where} has another server.json by now.`, MOVED)
    }
    return { proved: true, account: owner, saw: `${where} has this file, and listing.md tracks it.` }
  },
}

const MOVED = 'Leave tags where they are, and release a new version: it is listed by itself.'

function isAlone({ files, fileCount, publications }: Change): boolean {
  return fileCount === 1 && files.length === 1 && publications.length === 1
}

/** What the owner said on the main branch; the pull request cannot change it (security B1). */
async function trackingAt(name: string, { base }: Context): Promise<Tracking | undefined> {
  const path = `${serverFolder(name)}/listing.md`
  const bytes = await base.read(path)
  const read = bytes && readListing(path, bytes)
  return read && 'statement' in read ? read.statement.track : undefined
}
