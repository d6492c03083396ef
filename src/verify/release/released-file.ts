import { parseSound } from '../../catalog/json-file.ts'
import type { ServerJson } from '../../model/server-json.ts'
import { isServerJson } from '../../validate/accepts.ts'
import { show } from '../../validate/text/show.ts'
import { LIMITS } from '../change/limits.ts'
import type { GitHubFacts } from '../github-facts.ts'
import type { TreeView } from '../standing/tree-view.ts'
import { lastListed } from './last-listed.ts'
import { withVersion } from './next-version.ts'
import type { NotReleased, Tracking } from './release.ts'

/** Where a server.json came from, as the end of a sentence. */
export interface ReleasedFile {
  bytes: Buffer
  origin: string
}

interface Sources {
  github: Pick<GitHubFacts, 'fileAt'>
  base: TreeView
}

/**
 * The server.json that a release lists: the one at its commit, with the version of the tag; where the repository has
 * none, the last one that is listed, with the version raised. Whoever calls it at the same commits gets the same bytes.
 *
 * @throws Unreachable
 */
export async function releasedFile(
  name: string,
  version: string,
  { repository, path }: Tracking,
  commit: string,
  { github, base }: Sources,
): Promise<ReleasedFile | NotReleased> {
  const file = fileIn(path)
  const bytes = await github.fileAt(repository, commit, file, LIMITS.fileBytes)
  if (bytes === 'large') {
    const saw = `${show(file)} of the release is larger than ${LIMITS.fileBytes / 1024} KiB.`
    return { saw, fix: 'Make it smaller, and release again.' }
  }
  if (bytes) return ofRelease(name, version, file, bytes)
  const listed = await lastListed(base, name)
  if (!listed) {
    const saw = `The release has no ${show(file)}, and no version is listed that could be continued.`
    return { saw, fix: `Add ${show(file)} to the repository, and release again.` }
  }
  const origin = `${show(listed.version)}, the last version that is listed, with its version raised`
  return raised(listed.bytes, version, origin, file)
}

/** `track.path` is the file itself, or the folder that it is in. */
function fileIn(path: string | undefined): string {
  if (path === undefined) return 'server.json'
  return path.endsWith('.json') ? path : `${path.replace(/\/+$/, '')}/server.json`
}

function ofRelease(name: string, version: string, file: string, bytes: Buffer): ReleasedFile | NotReleased {
  const document = parsed(bytes)
  if (!document) {
    const saw = `${show(file)} of the release is no server.json.`
    return { saw, fix: 'Check it with `mcp-git validate`, mend it, and release again.' }
  }
  if (document.name !== name) {
    const saw = `${show(file)} of the release is about ${show(document.name)}.`
    return { saw, fix: 'Set `path` in listing.md to the file or folder of this server.' }
  }
  if (document.version === version) return { bytes, origin: `${show(file)} of the release` }
  return raised(bytes, version, `${show(file)} of the release, with the version of its tag`, file)
}

function raised(bytes: Buffer, version: string, origin: string, file: string): ReleasedFile | NotReleased {
  const document = parsed(bytes)
  const next = document && withVersion(bytes.toString('utf8'), document, version)
  if (next && 'text' in next) return { bytes: Buffer.from(next.text), origin }
  const saw = next?.fault ?? 'The last version that is listed cannot be read.'
  return { saw, fix: `Put the finished ${show(file)} into the commit that is released.` }
}

function parsed(bytes: Buffer): ServerJson | undefined {
  const document = parseSound(bytes)
  return isServerJson(document) ? document : undefined
}
