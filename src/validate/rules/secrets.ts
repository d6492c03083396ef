import type { DraftServer } from '../draft.ts'
import type { CheckedRule } from '../rule.ts'
import { show } from '../text/show.ts'
import { eachText } from './safe-text.ts'
import { secretsIn } from './secret-patterns.ts'

/** How much of a secret a message may show: enough to find it, and of no use to anybody else. */
const SHOWN = 6

export const SECRETS: CheckedRule<DraftServer> = {
  code: 'R296',
  title: 'A value looks like a real secret',
  why: 'A pull request is public from the moment it is opened, and programs look for secrets in new ones all the time.',
  fix: 'Revoke the secret where it was issued. Then remove the value and set `"isSecret": true`; users give their own.',
  example: '{"environmentVariables": [{"name": "GITHUB_TOKEN", "value": "ghp_Yx2…"}]}',
  deviation: 'secrets',
  mirrored: 'off',
  check(server, at, report) {
    eachText(server, at, (text, path) => {
      const found = secretIn(text)
      if (!found) return
      report({
        rule: this,
        path,
        message: `${show(`${found.secret.slice(0, SHOWN)}…`)} looks like ${found.kind}, and is public now.`,
        fix: `Revoke it first, ${found.revoke}. Then remove the value and set \`"isSecret": true\`; users give their own.`,
      })
    })
  },
}

const SHORTEST = 20

function secretIn(text: string) {
  // The address of a file that its owner shares for some minutes carries a key of the host, by design.
  if (text.length < SHORTEST || text.includes('X-Amz-Signature=')) return undefined
  return secretsIn(text).find(({ secret }) => !isPlaceholder(secret) && !isPublicToken(secret))
}

const PLACEHOLDER =
  /x{4}|your|example|placeholder|sample|dummy|change|replace|insert|secret|token|12345|abcde|(.)\1{5}/i
const LEAST_BITS = 2.8

/** Whether somebody typed it to show what a secret looks like, rather than a machine drew it. */
function isPlaceholder(secret: string): boolean {
  return PLACEHOLDER.test(secret) || bitsPerCharacter(secret) < LEAST_BITS
}

function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

/** Whether it is a web token that is made to be published: for anonymous visitors, or the one of the tutorials. */
function isPublicToken(secret: string): boolean {
  if (!secret.startsWith('eyJ')) return false
  try {
    const payload: unknown = JSON.parse(atob(secret.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/')))
    const { role, name } = payload as { role?: unknown; name?: unknown }
    return role === 'anon' || name === 'John Doe'
  } catch {
    return false
  }
}
