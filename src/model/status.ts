const STATUSES = ['active', 'deprecated', 'deleted'] as const

export type Status = (typeof STATUSES)[number]

export function isStatus(value: unknown): value is Status {
  return (STATUSES as readonly unknown[]).includes(value)
}

/** The longest message a status or a moderation may carry, in code points (lifecycle L4). */
export const MAX_STATUS_MESSAGE = 500

/** A publisher's statement about one version or all versions of a server: the content of a `status.md`. */
export interface StatusStatement {
  status: Status
  message?: string
  /** The server name that took this one's place. */
  movedTo?: string
}

/** A maintainer's decision about a version, a server or a namespace: the content of a `moderation.md`. */
export interface Moderation {
  status: Exclude<Status, 'active'>
  /** One word or phrase of the operator's own list, such as `malware` or `spam`. */
  reason?: string
  message?: string
  /** Where the public can read the case. */
  case?: string
}
