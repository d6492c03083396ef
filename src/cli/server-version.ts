import { parseServerName } from '../model/server-name.ts'
import { show } from '../validate/text/show.ts'
import { usageError } from './stop.ts'

/** `io.github.acme/weather@1.4.0`, where the version may be left out. */
export interface ServerVersion {
  name: string
  version?: string
}

/** @throws Stop where the text is no server name */
export function readServerVersion(text: string): ServerVersion {
  const at = text.indexOf('@')
  const name = at < 0 ? text : text.slice(0, at)
  const version = at < 0 ? '' : text.slice(at + 1)
  if (!parseServerName(name)) {
    throw usageError(`${show(text)} is not the name of a server.`, 'Write it like io.github.acme/weather.')
  }
  if (at >= 0 && version === '')
    throw usageError(
      `${show(text)} ends where its version should be.`,
      `Write ${name}@1.0.0, or ${name} alone.`,
    )
  return { name, ...(version && { version }) }
}
