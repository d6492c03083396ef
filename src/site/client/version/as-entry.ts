import type { Entry } from '../../../model/entry.ts'
import { fieldsOf, type Published } from '../api/published.ts'

/** A version of the API as the pages know entries, so that they and this page say the same about it. */
export function asEntry(published: Published): Entry {
  const { server, status, statusMessage, statusChangedAt, publishedAt, isLatest, own } = published
  const { reason, case: moderationCase } = fieldsOf(own.moderation)
  const moderation = own.moderation !== undefined && status !== 'active'
  return {
    name: server.name,
    version: server.version,
    server,
    official: {
      status,
      statusChangedAt,
      ...(statusMessage && { statusMessage }),
      publishedAt,
      updatedAt: statusChangedAt,
      isLatest,
    },
    provenance: {},
    ...(moderation && {
      moderation: {
        status,
        ...(typeof reason === 'string' && { reason }),
        ...(statusMessage && { message: statusMessage }),
        ...(typeof moderationCase === 'string' && { case: moderationCase }),
      },
    }),
    ...(typeof own.movedTo === 'string' && { movedTo: own.movedTo }),
  }
}
