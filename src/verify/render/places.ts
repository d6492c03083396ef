import type { GateFinding, Verdict } from '../verdict.ts'
import { GITHUB, type CommentFacts } from './comment-facts.ts'
import { code, link } from './markdown.ts'

/** No path of the registry is longer. */
const LONGEST = 250

/** Where the findings of a verdict are, for people. */
export interface Places {
  siteUrl?: string
  /** `line 4`, with the file where there are several; a link where the repository is known. */
  linkTo(finding: GateFinding): string | undefined
}

export function placesIn(
  { findings, headSha }: Verdict,
  { repository, serverUrl = GITHUB, siteUrl }: CommentFacts,
): Places {
  const files = new Set(findings.filter(({ status }) => status !== 'pass').map(({ path }) => path))
  files.delete(undefined)
  return {
    ...(siteUrl !== undefined && { siteUrl }),
    linkTo({ path, line }) {
      if (path === undefined) return undefined
      const file = files.size > 1 || line === undefined ? code(shortPath(path)) : ''
      const label = [file, line === undefined ? '' : `line ${line}`].filter(Boolean).join(' ')
      if (repository === undefined || path.length > LONGEST) return label
      const address = `${serverUrl.replace(/\/*$/, '')}/${repository}/blob/${headSha}/${encodePath(path)}`
      return link(label, line === undefined ? address : `${address}#L${line}`)
    },
  }
}

/** Server, version and file: enough to tell the files of one pull request apart. */
function shortPath(path: string): string {
  const short = path.split('/').slice(-3).join('/')
  return short.length > LONGEST ? `…${short.slice(-LONGEST)}` : short
}

function encodePath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join('/')
}
