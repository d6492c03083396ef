import { show } from '../../validate/text/show.ts'
import { onSite } from '../docs-address.ts'
import type { Verdict } from '../verdict.ts'
import type { CommentFacts } from './comment-facts.ts'
import { code, inline, link } from './markdown.ts'

/** What a publisher wants to know of a change that is let through: where it will be, and what it binds. */
export function introductionLines(verdict: Verdict, { liftedBy, siteUrl }: CommentFacts): string[] {
  const isApproved = verdict.decision === 'hold' && liftedBy !== undefined
  if (verdict.decision !== 'merge' && !isApproved) return []
  const sentences = [
    ...(siteUrl === undefined ? [] : whereText(verdict, siteUrl)),
    ...(verdict.owners ?? []).flatMap(({ namespace, owner, record }) => {
      if (record !== 'new' || owner.login === undefined) return []
      return inline(
        `From then on ${show(namespace)} is bound to the account ${show(owner.login)}: nobody else can publish there.`,
      )
    }),
  ]
  return sentences.length > 0 ? [sentences.join(' ')] : []
}

function whereText({ publishes }: Verdict, siteUrl: string): string[] {
  const names = [...new Set(publishes.map(({ name }) => name))]
  if (names.length !== 1) return []
  const page = onSite(siteUrl, `servers/${names[0]}/`)
  return [`A few minutes after the merge it is at ${link(code(page), page)}.`]
}
