/** A page of GitHub's that opens a new file in the editor. */
export interface EditorLink {
  url: string
  /** Whether the content is in the link; otherwise the editor opens empty, and the text has to be copied into it. */
  carries: boolean
}

/**
 * In characters, as it arrives after the detour over the sign-in page. GitHub answers 414 above a limit that it does
 * not name; its own `gh` refuses 8,192.
 */
const LONGEST = 7_500

/**
 * The link by which anybody with a GitHub account proposes a file. `filename` and `value` are read by GitHub's editor
 * though not documented; the whole path belongs into `filename`.
 *
 * @param repository `owner/name`
 * @param path from the root of the repository: `servers/ac/com.acme/weather/1.0.0/server.json`
 */
export function editorLink(repository: string, path: string, text: string, branch = 'main'): EditorLink {
  const editor = `https://github.com/${repository}/new/${branch.split('/').map(encodeURIComponent).join('/')}`
  const empty = `${editor}?${new URLSearchParams({ filename: path }).toString()}`
  // A lone half of a character cannot be put into a URL: another text would arrive.
  if (!text.isWellFormed()) return { url: empty, carries: false }
  const full = `${editor}?${new URLSearchParams({ filename: path, value: text }).toString()}`
  return lengthAfterSignIn(full) <= LONGEST ? { url: full, carries: true } : { url: empty, carries: false }
}

/** Who is not signed in is sent to `/login?return_to=…`, where every `%` takes two characters more. */
function lengthAfterSignIn(url: string): number {
  return `https://github.com/login?return_to=${encodeURIComponent(url)}`.length
}
