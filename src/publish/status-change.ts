import { RegistryError } from '../model/registry-error.ts'
import { parseServerName } from '../model/server-name.ts'
import { MAX_STATUS_MESSAGE, type Status } from '../model/status.ts'
import { serverFolder, versionFolder } from '../model/tree-path.ts'
import { show } from '../validate/text/show.ts'

/** What a publisher wants to say about a version, or about all versions of a server. */
export interface StatusChange {
  name: string
  /** Absent: all versions. */
  version?: string
  status: Status
  /** For the people who use it; at most 500 characters. None with `active`. */
  reason?: string
  /** The server name to use instead. */
  movedTo?: string
}

/**
 * The `status.md` that says so (`schema/status.schema.json`).
 *
 * @throws RegistryError R111–R113
 */
export function statusChange({ name, version, status, reason = '', movedTo }: StatusChange): {
  path: string
  text: string
} {
  checkName(name)
  if (movedTo !== undefined) checkName(movedTo)
  const message = reason.replaceAll(/\r\n?/g, '\n').trim()
  checkMessage(message, status)
  const folder = version === undefined ? serverFolder(name) : versionFolder(name, version)
  const matter = [`status: ${status}`, ...(movedTo === undefined ? [] : [`movedTo: ${movedTo}`])]
  const body = message === '' ? [] : ['', message]
  return { path: `${folder}/status.md`, text: `${['---', ...matter, '---', ...body].join('\n')}\n` }
}

function checkName(name: string): void {
  if (parseServerName(name)) return
  throw new RegistryError('R111', `${show(name)} is not the name of a server.`, {
    fix: 'Write it as `namespace/name`, such as `io.github.alice/weather`.',
  })
}

function checkMessage(message: string, status: Status): void {
  const length = [...message].length
  if (length > MAX_STATUS_MESSAGE) {
    throw new RegistryError(
      'R112',
      `The reason has ${length} characters; at most ${MAX_STATUS_MESSAGE} are allowed.`,
      { fix: `Shorten it by ${length - MAX_STATUS_MESSAGE}.` },
    )
  }
  if (status === 'active' && message !== '') {
    throw new RegistryError('R113', 'A server that is offered as usual carries no message.', {
      fix: 'Leave the reason out.',
    })
  }
}
