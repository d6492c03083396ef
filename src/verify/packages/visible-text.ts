const INLINE = /^<\/?(?:a|abbr|b|code|del|em|i|kbd|mark|s|samp|small|span|strong|sub|sup|tt|u|wbr)\b/i
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }

/** Longer ones are no README, and unclosed tags would take a time that grows with the square of the length. */
const MOST_CHARACTERS = 1_000_000
const TAG = /<\/?[a-z][^<>]{0,2000}>/gi

/**
 * The text of an HTML page as a reader sees it, roughly: without comments, scripts and tags. A tag inside a line joins
 * what stands around it, any other one separates it, so that a name ends where it seems to end.
 */
export function visibleText(html: string): string {
  return html
    .slice(0, MOST_CHARACTERS)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '\n')
    .replace(TAG, (tag) => (INLINE.test(tag) ? '' : '\n'))
    .replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
}
