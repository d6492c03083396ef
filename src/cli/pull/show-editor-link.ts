import { editorLink, type EditorLink } from '../../publish/editor-link.ts'
import type { Terminal } from '../terminal/terminal.ts'

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
      ? 'Open this address, look at the file, and press: Commit changes, Propose changes, Create pull request.'
      : `The file is too long for a link. Copy the content of ${file} first, open this address, paste it in, and press: Commit changes, Propose changes, Create pull request.`,
  )
  terminal.lines(link.url)
  if (link.carries) terminal.say(`Where the editor opens empty, copy the content of ${file} into it.`)
  return link
}
