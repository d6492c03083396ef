import { namespaceOf } from '../../model/server-name.ts'
import { skeletonOf } from '../judgement/skeleton.ts'

/**
 * All names and remotes of a registry at one commit, for rules that compare a change with everything else. It is one
 * text that is searched as it is: reading it costs next to nothing, however large the registry.
 */
export class RegistryIndex {
  #text: string

  /** @param text what `toString` gave, or nothing */
  constructor(text = '\n') {
    this.#text = text
  }

  /** Adds versions; one that is there already stays. */
  add(versions: Iterable<IndexedVersion>): void {
    const lines = new Set<string>()
    for (const { name, version, remotes } of versions) {
      const namespace = namespaceOf(name)
      lines.add(`name ${skeletonOf(name)} ${name}`)
      lines.add(`namespace ${skeletonOf(namespace)} ${namespace}`)
      for (const url of remotes) lines.add(`remote ${encode(remoteKey(url))} ${name} ${encode(version)}`)
    }
    const known = this.#text
    const isNew = known === '\n' ? () => true : (line: string) => !known.includes(`\n${line}\n`)
    this.#text += [...lines]
      .filter(isNew)
      .map((line) => `${line}\n`)
      .join('')
  }

  /** Server names that read the same as this one: the name itself, where it is there, and its look-alikes. */
  namesLike(name: string): string[] {
    return this.#find(`name ${skeletonOf(name)} `)
  }

  /** The same for namespaces. */
  namespacesLike(namespace: string): string[] {
    return this.#find(`namespace ${skeletonOf(namespace)} `)
  }

  /** The versions that use a remote URL, in whatever spelling. */
  usersOf(url: string): { name: string; version: string }[] {
    return this.#find(`remote ${encode(remoteKey(url))} `).map((user) => {
      const [name = '', version = ''] = user.split(' ')
      return { name, version: decodeURIComponent(version) }
    })
  }

  toString(): string {
    return this.#text
  }

  /** What stands behind a beginning, on all lines that have it. */
  #find(beginning: string): string[] {
    const found: string[] = []
    let at = this.#text.indexOf(`\n${beginning}`)
    while (at >= 0) {
      const end = this.#text.indexOf('\n', at + 1)
      found.push(this.#text.slice(at + 1 + beginning.length, end))
      at = this.#text.indexOf(`\n${beginning}`, end)
    }
    return found
  }
}

/** A version as the index takes it. */
export interface IndexedVersion {
  name: string
  version: string
  remotes: Iterable<string>
}

/**
 * One spelling for all that lead to the same place: letter case of the host, its default port, dots and escapes in the
 * path, a slash at its end, a fragment. The official registry compares letter for letter, which a capital letter gets
 * around.
 */
function remoteKey(url: string): string {
  if (!URL.canParse(url) || url.includes('{')) return url
  const { protocol, hostname, port, pathname, search } = new URL(url)
  const path = decodeUnreserved(pathname).replace(/\/+/g, '/').replace(/\/$/, '')
  const place = `${hostname.replace(/\.$/, '')}${port && `:${port}`}`
  return `${protocol}//${place}${path}${search === '?' ? '' : search}`
}

/** Letters, digits and a few signs mean the same whether they are escaped or not (RFC 3986 §2.3). */
function decodeUnreserved(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(parseInt(escape.slice(1), 16))
    return /[A-Za-z0-9._~-]/.test(character) ? character : escape.toUpperCase()
  })
}

/** A mirrored version or URL may hold anything; a line holds neither spaces nor line breaks within a part. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
