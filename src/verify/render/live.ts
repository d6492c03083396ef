import { count } from '../../validate/text/count.ts'
import { onSite } from '../docs-address.ts'
import type { Verdict } from '../verdict.ts'
import { footerOf } from './checked.ts'
import type { CommentFacts } from './comment-facts.ts'
import { code, fence, link } from './markdown.ts'

/** After the merge: where it is, or that it will soon be. */
export function liveLines(verdict: Verdict, facts: CommentFacts): string[] {
  const footer = footerOf(verdict, facts.runUrl)
  const { live, siteUrl } = facts
  if (!live)
    return [
      `**Next:** there is nothing to do. The site is being built; this takes a few minutes. · ${footer}`,
    ]
  const took = `${duration(live.seconds)} after the pull request was opened`
  return [
    ...badgeLines(live.siteUrl, siteUrl),
    `**Live** at ${link(code(live.siteUrl), live.siteUrl)} and in the ${link('API', live.apiUrl)}, ${took}. · ${footer}`,
  ]
}

function badgeLines(page: string, siteUrl: string | undefined): string[] {
  if (siteUrl === undefined) return []
  const badge = onSite(siteUrl, 'badge.svg')
  return ['A badge for your README:', ...fence(`[![MCP registry](${badge})](${page})`), '']
}

function duration(seconds: number): string {
  if (seconds < 60) return count(seconds, 'second')
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? count(minutes, 'minute') : count(Math.round(minutes / 60), 'hour')
}
