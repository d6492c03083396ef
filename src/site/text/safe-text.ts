/**
 * What publishers write is shown as text and as nothing else. Astro escapes it; this module takes out what escaping
 * leaves in: characters that turn the direction of the text around them, or that nobody sees.
 */

// Direction controls, invisible spaces, interlinear marks and tag characters. The joiners U+200C and U+200D stay:
// Persian, Hindi and emoji are written with them.
const HIDDEN =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g

/** A publisher's text as one line that reads the way it is stored. */
export function safeText(text: string): string {
  return text.toWellFormed().replace(HIDDEN, '').replace(CONTROLS, ' ').trim()
}

/** The same for text of several lines. */
export function safeLines(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map(safeText)
    .filter((line) => line !== '')
}

/**
 * An address that may become a link: `https:` and without a user name, which would pass for the host.
 * Anything else is `undefined` and is shown as text.
 */
export function safeUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, username, password, href } = new URL(url)
  return protocol === 'https:' && !username && !password ? href : undefined
}

/** What a link to a publisher's address is to be labelled with: where it leads. */
export function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '')
}

/** The same with the path, where the host alone says little, as at a host that everybody shares. */
export function addressOf(url: string): string {
  const { pathname } = new URL(url)
  return hostOf(url) + pathname.replace(/\/$/, '')
}

/** Hidden characters of JSON text as `\u` escapes: the same document, and every character of it visible. */
export function visibleJson(json: string): string {
  return json
    .toWellFormed()
    .replace(HIDDEN, (character) =>
      [...Array(character.length).keys()]
        .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
        .join(''),
    )
}
