import type { ErrorTexts } from './error-texts.ts'

/** What `mcp-git` says where GitHub says no. */
export const GITHUB_ERRORS: readonly ErrorTexts[] = [
  {
    code: 'R640',
    title: 'GitHub does not know who you are',
    why: 'The token has expired or was revoked, or the code was not typed in. A pull request needs an account, because it proves whose the namespace is.',
    fix: 'Run `gh auth login`, or set GITHUB_TOKEN to a new token, and run the command again. `mcp-git publish --web` needs neither.',
    example: 'GITHUB_TOKEN=ghp_expired mcp-git publish',
  },
  {
    code: 'R641',
    title: 'The token may not do this',
    why: 'To fork the registry and to open a pull request a classic token needs the scope `public_repo`. The token of a workflow is good for its own repository only, and an organisation may ask for single sign-on.',
    fix: 'Run `gh auth refresh --scopes public_repo`, or make a classic token with that scope. For single sign-on open the address in the message.',
    example: 'The token has the scopes `gist`; to open the pull request it needs `public_repo`.',
  },
  {
    code: 'R642',
    title: 'GitHub answers no more requests of this account',
    why: 'GitHub has a limit by the hour for each account. Nothing is lost: a pull request that is open stays open.',
    fix: 'Run the command again at the time that the message names.',
    example: 'GitHub answers no more requests of this account until 2026-11-26 10:00 UTC.',
  },
  {
    code: 'R643',
    title: 'GitHub gives no usable answer',
    why: 'You are offline, or something at GitHub does not work.',
    fix: 'Look at https://www.githubstatus.com/, and run the command again in a few minutes. It goes on where it stopped.',
    example: 'GitHub could not open the pull request: it says 502, `Bad Gateway`.',
  },
  {
    code: 'R644',
    title: 'A repository cannot take the change',
    why: 'The registry or your fork is not there, is archived, is empty, or allows no forks.',
    fix: 'The message names the repository and what to do. An old fork that nothing hangs on can be deleted; a new one is made by itself.',
    example: 'Your fork alice/registry is archived.',
  },
  {
    code: 'R645',
    title: 'There is nothing to propose',
    why: 'The registry or your branch has exactly this file already. It is told and ends with 0, so that doing it twice is no fault.',
    fix: 'There is nothing to do. `mcp-git status` tells how far it is.',
    example: 'The registry acme/registry has exactly this already.',
  },
]
