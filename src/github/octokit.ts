import { Octokit } from '@octokit/action'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'

const Client = Octokit.plugin(throttling, retry)

export type GitHubClient = InstanceType<typeof Client>

/** Longer than this nobody waits for GitHub to be asked again; the next run looks at what is left. */
const LONGEST_WAIT_SECONDS = 90
const RETRIES = 3
/** Answers that no second try changes. 409 means that a branch has moved. */
const FINAL = [400, 401, 403, 404, 409, 410, 422, 451]

/**
 * A client for GitHub's REST API that keeps the pace GitHub asks for (a second between writes, three where people are
 * notified) and tries again after 5xx, lost connections and rate limits.
 *
 * The token is `GITHUB_TOKEN`; without one only what is public can be read. `GITHUB_API_URL` names another server, and
 * `REGISTRY_API_PACE=0` drops all pauses, for a GitHub Enterprise Server without rate limits.
 */
export function connectToGitHub(env: NodeJS.ProcessEnv = process.env): GitHubClient {
  const paced = env.REGISTRY_API_PACE !== '0'
  const mayWait = (seconds: number, _request: object, _client: unknown, tries: number): boolean =>
    seconds <= LONGEST_WAIT_SECONDS && tries < RETRIES
  return new Client({
    ...(env.GITHUB_API_URL && { baseUrl: env.GITHUB_API_URL }),
    // The action's own strategy refuses to work outside a workflow, or without a token.
    authStrategy: undefined,
    auth: env.GITHUB_TOKEN || undefined,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    throttle: { enabled: paced, onRateLimit: mayWait, onSecondaryRateLimit: mayWait },
    retry: { retries: RETRIES, doNotRetry: FINAL, ...(!paced && { retryAfterBaseValue: 0 }) },
  })
}
