import { readFileSync } from 'node:fs'

/** Which pull requests a run is about: one, or all that wait for a verdict. */
export type Wanted = { pullRequest: number } | 'waiting' | 'none'

interface Event {
  pull_request?: { number: number }
  issue?: { number: number; pull_request?: object }
  comment?: { body: string }
  inputs?: { pull_request?: string } | null
}

/** The only command that there is. It widens nobody's rights, so anybody may give it. */
const RECHECK = '/recheck'

/** Reads what woke the workflow, from `GITHUB_EVENT_NAME` and the file at `GITHUB_EVENT_PATH`. */
export function readEvent(env: NodeJS.ProcessEnv = process.env): Wanted {
  const event = env.GITHUB_EVENT_PATH
    ? (JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')) as Event)
    : {}
  switch (env.GITHUB_EVENT_NAME) {
    case 'pull_request_target':
      return one(event.pull_request?.number)
    case 'issue_comment':
      return event.issue?.pull_request && event.comment?.body === RECHECK ? one(event.issue.number) : 'none'
    case 'workflow_dispatch':
      return event.inputs?.pull_request ? one(Number(event.inputs.pull_request)) : 'waiting'
    default:
      return 'waiting'
  }
}

function one(pullRequest: number | undefined): Wanted {
  return Number.isSafeInteger(pullRequest) ? { pullRequest: pullRequest! } : 'none'
}
