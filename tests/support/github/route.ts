import type { World } from './world.ts'

/** What a token may change, as a workflow's `permissions` say. */
export type Permission = 'contents' | 'pull-requests' | 'checks' | 'issues' | 'actions'

export interface ApiRequest {
  parameters: Record<string, string>
  query: URLSearchParams
  body: Record<string, unknown>
  /** The login that the token writes as. */
  login: string
  /** The scopes of a person's token; absent for a workflow's. */
  scopes: readonly string[] | undefined
  world: World
}

export interface ApiAnswer {
  status: number
  /** Absent where GitHub sends none. A list is cut into pages by the server. */
  body?: unknown
}

export interface Route {
  /** Any one of these; reading needs none in a public repository. */
  needs?: readonly Permission[]
  /** Whether people may do it in a repository that is not theirs. */
  byAnybody?: true
  answer(request: ApiRequest): ApiAnswer
}

/** By method and path, as GitHub's description writes them: `GET /users/{username}`. */
export type Routes = Record<string, Route>

export const NOT_FOUND: ApiAnswer = { status: 404, body: { message: 'Not Found' } }

export function found(body: unknown): ApiAnswer {
  return { status: 200, body }
}

export function refused(status: number, message: string): ApiAnswer {
  return { status, body: { message } }
}
