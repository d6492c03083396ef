import type { ServerJson } from '../../../../model/server-json.ts'
import { githubName, nameForLogin } from '../../../../publish/names.ts'
import { textAt } from '../document/place.ts'

/**
 * Makes a name out of a GitHub login: that of an account or of an organization.
 *
 * @param document gives the present document
 * @param take is told the name that was asked for
 */
export function openNameHelp(part: HTMLElement, document: () => object, take: (name: string) => void): void {
  const login = part.querySelector('input')!
  const use = (): void => {
    const name = nameFor(login.value.trim().replace(/^@/, ''), document())
    if (name === undefined) login.focus()
    else take(name)
  }
  part.querySelector('button')!.addEventListener('click', use)
  login.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') use()
  })
}

/** What stands after the slash stays; where there is nothing yet, the package or the address says what it is called. */
function nameFor(login: string, document: object): string | undefined {
  if (!/^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,37}[a-zA-Z0-9])?$/.test(login)) return undefined
  const [, ownName = ''] = textAt(document, '/name').split('/')
  return (
    (ownName && githubName(login, ownName)) ||
    nameForLogin(login, document as Partial<ServerJson>) ||
    `io.github.${login}/`
  )
}
