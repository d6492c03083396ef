import type { Octokit } from '@octokit/core'
import type { SignIn } from '../../publish/github/sign-in.ts'
import { EXIT } from '../exit.ts'
import { Stop } from '../stop.ts'
import type { World } from '../world.ts'
import { askingGitHub } from './asking-github.ts'

/** Somebody whom GitHub knows. */
export interface SignedIn {
  octokit: Octokit
  login: string
}

/**
 * Whoever is signed in already; `undefined` where nobody is. A token that is not accepted is told and left aside.
 *
 * @throws Stop where GitHub does not answer
 */
export async function signedInAlready(world: World): Promise<SignedIn | undefined> {
  const { github, env, target, terminal } = world
  const host = target.githubApi && new URL(target.githubApi).hostname
  const found = await github.findToken(env, { ...(host && { host }) })
  if (!found) return undefined
  try {
    return await accountOf(found, world)
  } catch (error) {
    if (!(error instanceof Stop) || error.exit !== EXIT.signIn) throw error
    terminal.mark('!', 'GitHub', [error.message, error.fix].filter(Boolean).join(' '))
    return undefined
  }
}

/**
 * Signs in with a code that is typed into a page of GitHub's.
 *
 * @throws Stop where the registry has no way for that, or it does not work out
 */
export async function signInByCode(world: World): Promise<SignedIn> {
  const { github, target, terminal } = world
  if (!target.clientId || !terminal.asks) {
    throw new Stop(
      EXIT.signIn,
      'GitHub does not know who you are.',
      'Run `gh auth login`, or set GITHUB_TOKEN to a token with the scope `public_repo`. Without either, add --web: you finish in your browser.',
    )
  }
  const tell = (code: string, url: string): void => {
    terminal.say(`Open ${url} and type this code in: ${code}`)
    terminal.now('waiting for GitHub')
  }
  const found = await askingGitHub(github.deviceSignIn(target.clientId, tell, { baseUrl: target.githubApi }))
  const account = await accountOf(found, world)
  terminal.mark('✓', 'GitHub', `you are ${account.login}`)
  return account
}

async function accountOf({ token }: SignIn, { github, target }: World): Promise<SignedIn> {
  const octokit = github.connect(token, target.githubApi)
  const { login } = await askingGitHub(github.whoAmI(octokit))
  return { octokit, login }
}
