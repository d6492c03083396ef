import { editorLink, type EditorLink } from '../../publish/editor-link.ts'
import type { Terminal } from '../terminal/terminal.ts'

const PRESS = 'press: Commit changes, Propose changes, Create pull request.'

/**
 * The way without a token: GitHub's own editor, with the file in it where the link can carry it.
 *
 * @param file where the text is on this computer
 */
export function showEditorLink(
  repository: string,
  path: string,
  text: string,
  file: string,
  terminal: Terminal,
): EditorLink {
  const link = editorLink(repository, path, text)
  terminal.heading('In your browser')
  terminal.say(
    link.carries
      ? `Open this address, look at the file, and ${PRESS}`
      : `The file is too long for a link. Copy the content of ${file} first, open this address, paste it in, and ${PRESS}`,
  )
  terminal.lines(link.url)
  if (link.carries) terminal.say(`Where the editor opens empty, copy the content of ${file} into it.`)
  return link
}

/**
 * The same for a file that is nowhere on this computer, and short enough to be shown.
 *
 * @param mayExist whether the registry may have the file already, which the link for a new one cannot change
 */
export function showStatusLink(
  repository: string,
  path: string,
  text: string,
  mayExist: boolean,
  terminal: Terminal,
): EditorLink {
  const link = editorLink(repository, path, text)
  terminal.heading('In your browser')
  terminal.say(`Open this address, look at the file, and ${PRESS}`)
  terminal.lines(link.url)
  if (mayExist) {
    terminal.say('Where GitHub says that the file exists already, open this one, and replace its content:')
    terminal.lines(`https://github.com/${repository}/edit/main/${path}`)
  }
  terminal.say('The content:')
  terminal.lines(text)
  return link
}
