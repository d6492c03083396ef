import { editorLink } from '../../../../publish/editor-link.ts'
import { registryPath } from './registry-path.ts'

/** Says where the file belongs, and leads to GitHub's editor with it. */
export interface HandOver {
  /** `undefined` where the text is no document. */
  show(document: object | undefined, text: string): void
}

/** @param repository `owner/name`; absent where the registry does not say where pull requests go */
export function openHandOver(part: HTMLElement, repository: string | undefined): HandOver {
  const place = part.querySelector<HTMLElement>('.place-of-file')!
  const nowhere = part.querySelector<HTMLElement>('.nowhere')!
  const link = part.querySelector<HTMLAnchorElement>('a.editor-link')
  const tooLong = part.querySelector<HTMLElement>('.too-long')

  return {
    show(document, text) {
      const path = document && registryPath(document)
      place.hidden = path === undefined
      nowhere.hidden = path !== undefined
      part.querySelector('.ways-over')!.toggleAttribute('hidden', path === undefined)
      if (path === undefined) return
      place.querySelector('code')!.textContent = path
      if (!repository || !link || !tooLong) return
      // What a person has typed is theirs, but a file ends with a line.
      const { url, carries } = editorLink(repository, path, text.endsWith('\n') ? text : `${text}\n`)
      link.href = url
      link.textContent = carries ? 'Open in GitHub' : 'Open the empty editor'
      tooLong.hidden = carries
    },
  }
}
