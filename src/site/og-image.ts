import { KINDS, type Kind } from './kinds.ts'

/** In pixels: the shape that chats and feeds show beside a link. */
export const OG_SIZE = { width: 1200, height: 630 } as const

/** The kinds with a picture of their own. */
export const PICTURED_KINDS = KINDS.filter((kind) => kind !== 'other')

/**
 * The path of the picture in previews of a shared link. The title beside it carries the name, so that one for each
 * kind is enough. `scripts/og-images.ts` draws them.
 */
export function ogImage(kind: Kind = 'other'): string {
  return `/og/${kind === 'other' ? 'default' : kind}.png`
}
