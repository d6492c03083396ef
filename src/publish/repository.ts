import type { Repository } from '../model/server-json.ts'

const SHORTHAND = /^(?:(github|gitlab):)?([\w.-]+\/[\w.-]+)$/
const SSH = /^(?:[\w.-]+@)?([\w.-]+):(?!\/)(.+)$/
const HOSTS: Readonly<Record<string, string>> = {
  'github.com': 'github',
  'www.github.com': 'github',
  'gitlab.com': 'gitlab',
  'www.gitlab.com': 'gitlab',
}
/** No address of a repository is longer; patterns are not tried on anything else. */
const LONGEST = 500

/**
 * The repository of a `server.json`, from any way that Git and package managers have to write it: `git+https://…`,
 * `git@github.com:acme/weather.git`, `github:acme/weather`, a page within it. A user name or password in it is left
 * out. `undefined` where it is neither on GitHub nor on GitLab (official rule D07).
 */
export function repositoryFrom(address: string | undefined, subfolder?: string): Repository | undefined {
  if (!address || address.length > LONGEST) return undefined
  const place = placeOf(address.trim())
  const source = place && HOSTS[place.host]
  if (!place || !source) return undefined
  const [owner = '', name = '', ...rest] = place.path.replace(/^\/+/, '').split('/')
  const called = name.replace(/\.git$/, '')
  if (!/^[\w.-]+$/.test(owner) || !/^[\w.-]+$/.test(called)) return undefined
  const folder = cleanFolder(subfolder ?? (rest[0] === 'tree' ? rest.slice(2).join('/') : undefined))
  return { url: `https://${source}.com/${owner}/${called}`, source, ...(folder && { subfolder: folder }) }
}

function placeOf(address: string): { host: string; path: string } | undefined {
  const [, site = 'github', short] = SHORTHAND.exec(address) ?? []
  if (short) return { host: `${site}.com`, path: short }
  const url = address.replace(/^git\+/, '')
  if (/^[a-z]+:\/\//i.test(url)) {
    if (!URL.canParse(url)) return undefined
    const { hostname, pathname } = new URL(url)
    return { host: hostname.toLowerCase(), path: pathname }
  }
  const [, host, path] = SSH.exec(url) ?? []
  return host && path ? { host: host.toLowerCase(), path } : undefined
}

/** A relative path as rule D08 wants it; `undefined` for the root and for anything else. */
function cleanFolder(folder: string | undefined): string | undefined {
  const path = folder?.replace(/^(?:\.?\/)+|\/+$/g, '')
  if (!path || !/^[\w\-./]+$/.test(path)) return undefined
  return path.split('/').some((part) => ['', '.', '..'].includes(part)) ? undefined : path
}
