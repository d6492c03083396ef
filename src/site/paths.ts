/** Paths that scripts in the browser need too. Like those of links.ts they start with `/` and know no base. */
import { isFileName } from '../model/version-file.ts'

export function serverPath(name: string): string {
  return `/servers/${name}/`
}

/** The list of a server's versions, with what differs between two of them where both are given. */
export function versionsPath(name: string, between?: { from: string; to: string }): string {
  return `/servers/${name}/versions/${between ? `?${new URLSearchParams(between)}` : ''}`
}

/** The page of a version that is not the latest: one page for all of them, which reads the API. */
export function versionPath(name: string, version: string): string {
  return `/version/?server=${inQuery(name)}&version=${encodeURIComponent(version)}`
}

/** The page that shows servers beside each other; of one server, the others are to be added there. */
export function comparePath(...names: string[]): string {
  return `/compare/${names.length > 0 ? `?s=${names.map(inQuery).join(',')}` : ''}`
}

/** The form that makes a `server.json`: of a new server, or of the next version of one. */
export function publishPath(name?: string): string {
  return `/publish/${name === undefined ? '' : `?server=${inQuery(name)}`}`
}

/** The page that follows a pull request. */
export const PULL_STATUS_PATH = '/publish/status/'

/** The API's document about one version, or about the latest. */
export function apiPath(name: string, version = 'latest'): string {
  return `${apiVersionsPath(name)}/${encodeURIComponent(version)}`
}

/** A document about a version that every host has: of a few versions that is the one about all of them. */
export function apiFilePath(name: string, version: string): string {
  return isFileName(version) ? apiPath(name, version) : apiVersionsPath(name)
}

/** The API's document about all versions. */
export function apiVersionsPath(name: string): string {
  return `/v0.1/servers/${encodeURIComponent(name)}/versions`
}

/** A name in a query, where its slash may stand as it is. */
function inQuery(name: string): string {
  return encodeURIComponent(name).replaceAll('%2F', '/')
}
