import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** A token and where it is from. It is neither printed nor stored. */
export interface SignIn {
  token: string
  how: 'GITHUB_TOKEN' | 'GH_TOKEN' | 'gh' | 'device'
}

interface FindOptions {
  /** The program to ask; tests bring their own. */
  gh?: string
  /** The host that the token is for, where it is not github.com. */
  host?: string
}

/** A `gh` that asks for a password of the key ring must not stop us for ever. */
const LONGEST_MILLISECONDS = 5000

/**
 * Finds the token of somebody who is signed in already: `GITHUB_TOKEN`, `GH_TOKEN`, then that of GitHub's own program.
 *
 * Only tokens for the right host are given out: for another host than github.com the variables are `GH_ENTERPRISE_TOKEN`
 * and `GITHUB_ENTERPRISE_TOKEN`, as for `gh`.
 */
export async function findToken(
  env: NodeJS.ProcessEnv,
  { gh = 'gh', host = 'github.com' }: FindOptions = {},
): Promise<SignIn | undefined> {
  const isPublic = host === 'github.com' || host.endsWith('.ghe.com')
  const [first, second] = isPublic
    ? [env.GITHUB_TOKEN, env.GH_TOKEN]
    : [env.GITHUB_ENTERPRISE_TOKEN, env.GH_ENTERPRISE_TOKEN]
  if (isToken(first)) return { token: first.trim(), how: 'GITHUB_TOKEN' }
  if (isToken(second)) return { token: second.trim(), how: 'GH_TOKEN' }
  const token = await askGh(gh, host, env)
  return token === undefined ? undefined : { token, how: 'gh' }
}

/** That it is not installed, or nobody is signed in there, is no fault: there are other ways. */
async function askGh(gh: string, host: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  try {
    const arguments_ = ['auth', 'token', '--hostname', host]
    const options = { env, timeout: LONGEST_MILLISECONDS, windowsHide: true }
    const { stdout } = await promisify(execFile)(gh, arguments_, options)
    return isToken(stdout) ? stdout.trim() : undefined
  } catch {
    return undefined
  }
}

/** What can be sent as a header. */
function isToken(text: string | undefined): text is string {
  return text !== undefined && /^[\x21-\x7e]+$/.test(text.trim())
}
