import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { namespaceOf } from '../../model/server-name.ts'
import { proofBeside } from '../../model/tree-path.ts'
import type { World } from '../world.ts'

/**
 * Tells how the namespace will be shown to be the person's own. Nothing here is an error: who owns a namespace is for the
 * gate to say, which knows of organisations, records of domains and earlier publications.
 *
 * @param file the path of the server.json
 */
export function showNameCheck(name: string, file: string, login: string | undefined, world: World): void {
  const { terminal, target, cwd } = world
  const namespace = namespaceOf(name)
  const account = /^io\.github\.(.+)$/i.exec(namespace)?.[1]
  const more = `See ${target.url}docs/ownership/`
  if (account === undefined) {
    const domain = namespace.toLowerCase().split('.').reverse().join('.')
    if (existsSync(resolve(cwd, proofBeside(file)))) {
      terminal.mark('✓', 'name', `proof.json signs it; the key has to be published by ${domain}`)
    } else {
      terminal.mark('!', 'name', `${domain} has to say that you may use it, by a record of its own. ${more}`)
    }
    return
  }
  if (login === undefined)
    return terminal.mark('!', 'name', `the pull request has to come from ${account} on GitHub`)
  if (account.toLowerCase() === login.toLowerCase())
    return terminal.mark('✓', 'name', `you are ${login} on GitHub`)
  terminal.mark(
    '!',
    'name',
    `it belongs to ${account} on GitHub, and you are ${login}. That is fine if ${account} is an organisation of yours: be a public member of it. ${more}`,
  )
}
