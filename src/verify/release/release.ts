import type { Listing, Owner } from '../../catalog/catalog.ts'
import { namespaceOf } from '../../model/server-name.ts'
import { show } from '../../validate/text/show.ts'
import type { Context } from '../context.ts'
import { releasedFile } from './released-file.ts'
import { tagsOf } from './release-tag.ts'

/** What a listing.md says about releases. */
export type Tracking = NonNullable<Listing['track']>

/** A release of the repository that the owner of a namespace named, and what it lists. */
export interface Release {
  /** The commit of its tag. */
  commit: string
  tag: string
  /** The server.json. */
  bytes: Buffer
  /** Where it came from, as the end of a sentence: `` `server.json` of the release ``. */
  origin: string
  /** Who owns the repository, and the namespace. */
  owner: { id: number; login: string; type: 'User' | 'Organization' }
}

/** Why a release lists nothing, and the one step that changes it; both sentences. */
export interface NotReleased {
  saw: string
  fix: string
}

/**
 * What a release of the tracked repository would list. Asked when it is proposed, when it is judged, and when it is
 * merged: whatever has moved in between (the repository, its tag, the owner) makes the answer another one.
 *
 * @param track what listing.md says on the main branch
 * @throws Unreachable
 * @throws RegistryError R114 where owner.json cannot be read
 */
export async function readRelease(
  name: string,
  version: string,
  track: Tracking,
  context: Pick<Context, 'github' | 'base' | 'ownerOf'>,
): Promise<Release | NotReleased> {
  const { github, ownerOf } = context
  const { repository } = track
  const record = await ownerOf(namespaceOf(name))
  const owner = await github.repositoryOwner(repository)
  if (!owner) {
    const saw = `There is no public repository ${show(repository)} any more, or it has another name now.`
    return { saw, fix: 'Write its present name into listing.md.' }
  }
  if (!idsOf(record).includes(owner.id))
    return { saw: othersRepository(repository, owner, record), fix: BY_HAND }
  const tags = tagsOf(version, track.tag)
  for (const tag of tags) {
    const commit = await github.tagCommit(repository, tag)
    if (commit === undefined) continue
    const file = await releasedFile(name, version, track, commit, context)
    return 'saw' in file ? file : { ...file, commit, tag, owner }
  }
  return {
    saw: `${show(repository)} has no tag ${tags.map(show).join(' or ')}.`,
    fix: 'Correct `tag` in listing.md, or push the tag.',
  }
}

const BY_HAND = 'Publish the version yourself, from an account that owns the namespace.'

/** Compared by id: a login, and with it the name of a repository, can change hands (security D1, D2). */
function idsOf(record: Owner | undefined): number[] {
  return record?.id === undefined ? [] : [record.id, ...(record.others ?? [])]
}

function othersRepository(
  repository: string,
  owner: { id: number; login: string },
  record: Owner | undefined,
): string {
  const belongs = `${show(repository)} belongs to the account ${show(String(owner.id))} (${show(owner.login)})`
  return record?.id === undefined
    ? `${belongs}, and for the namespace no account is recorded.`
    : `${belongs}, and the namespace to the account ${show(String(record.id))}.`
}
