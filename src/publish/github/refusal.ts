import { statusOf } from '../../github/answers.ts'
import { RegistryError } from '../../model/registry-error.ts'
import { show } from '../../validate/text/show.ts'

/**
 * What GitHub can say no to. R640: who is asking is not known; R641: they may not; R642: they have asked too often;
 * R643: there is no usable answer; R644: a repository cannot take it; R645: there is nothing to propose.
 */
type Code = 'R640' | 'R641' | 'R642' | 'R643' | 'R644' | 'R645'

type Headers = Record<string, string | undefined>

/** A refusal that a person can do something about: what we saw, and what to do. */
export function refusal(code: Code, saw: string, fix: string, cause?: unknown): RegistryError {
  return new RegistryError(code, saw, { fix, cause })
}

/** What GitHub said to a request that failed. */
export function answerOf(error: unknown): { status: number; message: string; headers: Headers } | undefined {
  const status = statusOf(error)
  if (status === undefined) return undefined
  const { message, response } = error as Error & { response?: { headers?: Headers } }
  return { status, message: message.split('\n', 1)[0]!, headers: response?.headers ?? {} }
}

/**
 * Makes a sentence of whatever went wrong between us and GitHub. Errors that are none of GitHub's come back as they are.
 *
 * @param what what was tried, as in `GitHub did not let us <what>`
 * @param scope the scope that a classic token needs for it
 */
export function explain(
  error: unknown,
  what: string,
  scope: 'public_repo' | 'repo' = 'public_repo',
): unknown {
  const answer = answerOf(error)
  if (!answer || (error as Error).name === 'AbortError') return error
  const { status, message, headers } = answer
  const known = knownRefusal(status, message, headers, what, scope, error)
  if (known) return known
  if (status === 404) {
    const fix = 'Check the names; where something is private, the token needs the scope `repo`.'
    return refusal('R644', `GitHub could not ${what}: something is not there.`, fix, error)
  }
  return refusal(
    'R643',
    `GitHub could not ${what}: it says ${status}, ${show(message)}.`,
    status >= 500
      ? 'Look at https://www.githubstatus.com/ and run the command again in a few minutes.'
      : 'Run the command again; if it stays, tell the maintainers of the registry.',
    error,
  )
}

function knownRefusal(
  status: number,
  message: string,
  headers: Headers,
  what: string,
  scope: string,
  cause: unknown,
): RegistryError | undefined {
  if (status === 500 && Object.keys(headers).length === 0) {
    const fix = 'Check whether you are online, and run the command again.'
    return refusal('R643', `GitHub could not be reached: ${show(message)}.`, fix, cause)
  }
  if (status === 401) {
    const fix =
      'Sign in again with `gh auth login`, or make a new token at https://github.com/settings/tokens. A GITHUB_TOKEN that is set and has expired has to be unset.'
    return refusal('R640', 'GitHub does not accept the token: it has expired or was revoked.', fix, cause)
  }
  if (status !== 403 && status !== 404 && status !== 429) return undefined
  return (
    limitOf(message, headers, cause) ??
    singleSignOnOf(headers, cause) ??
    missingRightOf(message, headers, what, scope, cause)
  )
}

function limitOf(message: string, headers: Headers, cause: unknown): RegistryError | undefined {
  const wait = Number(headers['retry-after'])
  const isUsedUp = headers['x-ratelimit-remaining'] === '0'
  if (!isUsedUp && !wait && !/rate limit/i.test(message)) return undefined
  const ends = wait ? Date.now() + wait * 1000 : Number(headers['x-ratelimit-reset']) * 1000
  const until = ends > 0 ? ` until ${new Date(ends).toISOString().slice(0, 16).replace('T', ' ')} UTC` : ''
  const fix = `Run the command again ${until ? 'then' : 'in an hour'}.`
  return refusal('R642', `GitHub answers no more requests of this account${until}.`, fix, cause)
}

/** Organisations can ask for single sign-on; GitHub then says where a token gets it. */
function singleSignOnOf(headers: Headers, cause: unknown): RegistryError | undefined {
  const header = headers['x-github-sso']
  if (header === undefined) return undefined
  const url = /\burl=(https:\/\/[^\s;,]+)/.exec(header)?.[1]
  const where = url ? `Open ${visibleUrl(url)}` : 'Open https://github.com/settings/tokens'
  const fix = `${where}, authorize the token for the organisation, and run the command again.`
  return refusal(
    'R641',
    'The organisation wants single sign-on, and the token has not been through it.',
    fix,
    cause,
  )
}

function visibleUrl(url: string): string {
  return new URL(url).href
}

function missingRightOf(
  message: string,
  headers: Headers,
  what: string,
  scope: string,
  cause: unknown,
): RegistryError | undefined {
  if (/not accessible by integration/i.test(message)) {
    const saw = `The token of a workflow or an app cannot ${what}: it is good for one repository only.`
    const fix = `Use a token of a person: a classic one with the scope \`${scope}\`, in GITHUB_TOKEN.`
    return refusal('R641', saw, fix, cause)
  }
  if (/not accessible by personal access token/i.test(message)) {
    const wanted = headers['x-accepted-github-permissions']
    const needs = wanted ? ` It needs ${show(wanted)}.` : ''
    const fix = `A fine-grained token cannot reach a repository of others. Use a classic one with the scope \`${scope}\`.`
    return refusal('R641', `The token may not ${what}.${needs}`, fix, cause)
  }
  const granted = headers['x-oauth-scopes']?.split(/,\s*/).filter(Boolean)
  if (granted && !granted.includes('repo') && !granted.includes(scope)) {
    const has = granted.length > 0 ? `has the scopes ${granted.map(show).join(', ')}` : 'has no scopes'
    const fix = `Run \`gh auth refresh --scopes ${scope}\`, or make a token with \`${scope}\` at https://github.com/settings/tokens.`
    return refusal('R641', `The token ${has}; to ${what} it needs \`${scope}\`.`, fix, cause)
  }
  return undefined
}
