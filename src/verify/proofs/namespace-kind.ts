import { parse } from 'tldts'
import { show } from '../../validate/text/show.ts'

/** What can own a namespace: a GitHub account, a domain, or nothing at all. */
export type NamespaceKind =
  | { kind: 'account'; login: string }
  | {
      kind: 'domain'
      /** Lower-cased, such as `api.acme.com` for `com.acme.api`. */
      domain: string
      /** The part of it that somebody registered, such as `acme.com`. */
      registrable: string
    }
  | {
      kind: 'nobody'
      /** Why, as a sentence. */
      reason: string
    }

const LOGIN = /^[a-z0-9-]{1,39}$/

/**
 * Reads who a namespace belongs to by its form. Domains that many people share, as the private section of the public
 * suffix list has them (`pages.dev`), belong to nobody (security D10).
 */
export function kindOf(namespace: string): NamespaceKind {
  const labels = namespace.toLowerCase().split('.')
  if (labels[0] === 'io' && labels[1] === 'github') return accountKind(labels.slice(2))
  if (labels.length === 1) {
    return nobody(
      `${show(namespace)} is one word. A namespace is a domain from back to front, or \`io.github.\` and a GitHub account.`,
    )
  }
  const domain = labels.reverse().join('.')
  const { domain: registrable, publicSuffix, isIp } = parse(domain, { allowPrivateDomains: true })
  if (registrable) return { kind: 'domain', domain, registrable }
  if (isIp || publicSuffix === null) return nobody(`${show(domain)} is not the name of a domain.`)
  return nobody(
    `${show(domain)} is shared: anybody can have a name below it, so nobody can speak for all of it.`,
  )
}

function accountKind(labels: string[]): NamespaceKind {
  const [login] = labels
  if (labels.length === 1 && LOGIN.test(login!)) return { kind: 'account', login: login! }
  return nobody('After `io.github.` comes the name of one GitHub account, and nothing else.')
}

function nobody(reason: string): NamespaceKind {
  return { kind: 'nobody', reason }
}
