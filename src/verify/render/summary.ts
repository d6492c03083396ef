import { count } from '../../validate/text/count.ts'
import type { Verdict } from '../verdict.ts'
import { headlineOf } from './headline.ts'
import { inline } from './markdown.ts'
import { countRules, outlineOf, type Group } from './outline.ts'
import { ruleLink } from './problem.ts'

/**
 * A verdict for the list of checks.
 *
 * @returns the outcome in one line without markup, and a line of Markdown for each thing that stands in the way
 */
export function summaryOf(verdict: Verdict, siteUrl?: string): { title: string; summary: string } {
  const outline = outlineOf(verdict)
  const lineOf = ({ code, title, findings }: Group): string => {
    const times = findings.length > 1 ? ` (${findings.length} times)` : ''
    return `- ${ruleLink(code, siteUrl)} ${inline(title)}${times}`
  }
  const lines = [...outline.fails, ...outline.holds, ...outline.errors].map(lineOf)
  return {
    title: headlineOf(verdict, outline).text.replaceAll('`', ''),
    summary: [
      ...lines,
      ...(lines.length > 0 ? [''] : []),
      `${count(countRules(outline.passes), 'check')} passed.`,
    ].join('\n'),
  }
}
