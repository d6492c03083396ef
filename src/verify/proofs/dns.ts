import { show, showList } from '../../validate/text/show.ts'
import { Unreachable } from '../net/unreachable.ts'
import { attemptByRecords, stepTo } from './domain-attempt.ts'
import { readRecords } from './domain-records.ts'
import { kindOf } from './namespace-kind.ts'
import type { Attempt, Proof } from './proof.ts'

/** Who holds the DNS of a domain holds what is below it, so the domains above it are asked too (ownership §4). */
export const DNS: Proof = {
  kind: 'dns',
  title: 'DNS',
  network: true,
  async attempt(namespace, change, context) {
    const kind = kindOf(namespace)
    if (kind.kind !== 'domain') return undefined
    const domains = upTo(kind.domain, kind.registrable)
    const add = `Add to ${show(kind.domain)} the TXT record`
    let silent: Unreachable | undefined
    let refused: Attempt | undefined
    for (const domain of domains) {
      try {
        const records = readRecords(await context.dns.txt(domain))
        const place = { where: show(domain), add }
        const attempt = await attemptByRecords(records, place, namespace, change, context)
        if (attempt?.proved) return attempt
        refused ??= attempt
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error
        silent ??= error
      }
    }
    if (silent) throw silent
    if (refused) return refused
    const saw = `No TXT record of ${showList(domains)} begins with \`v=MCPv1;\`.`
    return { proved: false, saw, fix: await stepTo({ where: show(kind.domain), add }, context) }
  },
}

/** More labels than any real name has would be as many questions. */
const MOST = 5

/** `a.b.acme.com`, `b.acme.com`, `acme.com`: the domain itself and the nearest to what somebody registered. */
function upTo(domain: string, registrable: string): string[] {
  const above: string[] = []
  for (let at = domain; at !== registrable;) {
    at = at.slice(at.indexOf('.') + 1)
    above.push(at)
  }
  return [domain, ...above.slice(-MOST)]
}
