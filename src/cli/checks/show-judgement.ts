import type { Finding } from '../../model/finding.ts'
import { toText } from '../../validate/report/text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { mendingAdvice } from './mend.ts'
import type { Judgement } from './judge-file.ts'

/** Advice beyond this would hide what matters. */
const MOST_ADVICE = 5

/** What the rules and the package registries say: errors with their places, advice in a line each. */
export function showJudgement({ report, packages }: Judgement, terminal: Terminal): void {
  if (!report.valid) {
    terminal.lines(toText([report], { paint: terminal.paint }))
    const advice = mendingAdvice(report.file, report.text)
    if (advice) terminal.say(advice)
    return
  }
  terminal.mark('✓', 'document', 'it follows all rules of the registry')
  for (const { passed } of packages) if (passed) terminal.mark('✓', 'package', passed)
  for (const finding of report.findings.slice(0, MOST_ADVICE))
    terminal.mark('!', finding.code, inOneLine(finding))
  const more = report.findings.length - MOST_ADVICE
  if (more > 0) terminal.mark('!', '', `and ${more} more; see mcp-git validate`)
}

/** A finding without its place. */
export function inOneLine({ message, fix }: Pick<Finding, 'message' | 'fix'>): string {
  return fix ? `${message} ${fix}` : message
}
