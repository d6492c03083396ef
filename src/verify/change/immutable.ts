import type { Change, ChangedFile } from './change.ts'

/** What is published once and for all: a version, and the signature beside it. */
export function isImmutable({ place }: ChangedFile): boolean {
  return place?.kind === 'server' || place?.kind === 'proof'
}

/** Whether a path that cannot be merged is a version's own file, which then is on the main branch already. */
export function isPublished(path: string, { files }: Change): boolean {
  const file = files.find((candidate) => candidate.path === path)
  return file?.status === 'modified' && isImmutable(file)
}
