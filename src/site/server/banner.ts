import type { Entry } from '../../model/entry.ts'
import { formatDay } from '../text/dates.ts'
import { safeLines, safeText, safeUrl } from '../text/safe-text.ts'

/** The notice above everything else on a page whose server is not simply active. */
export interface Banner {
  tone: 'warn' | 'bad'
  /** The state, as the first word. */
  state: string
  /** When and by whom. */
  circumstances: string
  /** What the publisher or the maintainer says about it, by paragraph. */
  message: string[]
  /** The maintainer's reason and the public case. */
  reason?: string
  caseUrl?: string
  movedTo?: string
}

/** What has to be said about an entry's state; `undefined` for an active one. */
export function bannerOf({ official, moderation, movedTo }: Entry): Banner | undefined {
  const { status, statusChangedAt, statusMessage } = official
  if (status === 'active') return undefined
  const deleted = status === 'deleted'
  const day = formatDay(statusChangedAt)
  const caseUrl = safeUrl(moderation?.case)
  const message = moderation ? moderation.message : statusMessage
  return {
    tone: deleted ? 'bad' : 'warn',
    state: moderation && deleted ? 'Removed by the registry' : deleted ? 'Deleted' : 'Deprecated',
    circumstances: moderation
      ? deleted
        ? day
        : `by the registry since ${day}`
      : deleted
        ? `by the publisher, ${day}`
        : `since ${day}`,
    message: safeLines(message ?? ''),
    ...(moderation?.reason && { reason: safeText(moderation.reason) }),
    ...(caseUrl && { caseUrl }),
    ...(movedTo && { movedTo }),
  }
}
