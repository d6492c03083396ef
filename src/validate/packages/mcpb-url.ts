import { hostnameOf, parseGoUrl, type GoUrl } from '../go/url.ts'

const OWNER = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,37}[a-zA-Z0-9])?'
const GITHUB = new RegExp(`^/${OWNER}/[a-zA-Z0-9._-]+/releases/download/[^/]+/[^/]+$`)
const PART = '[a-zA-Z0-9._-]+'
const GITLAB = [
  new RegExp(`^/${PART}(?:/${PART})*/-/releases/[^/]+/downloads/[^/]+$`),
  new RegExp(`^/${PART}(?:/${PART})*/-/package_files/[0-9]+/download$`),
]

/** Why the official registry does not take an address of an MCPB file, in our words and in its own. */
export interface McpbFault {
  seen: string
  upstream: string
}

/** Source: package checks, type `mcpb` (ownership §7), in the official order. */
export function mcpbFault(identifier: string): McpbFault | undefined {
  const { url, error } = parseGoUrl(identifier)
  if (!url) return { seen: 'is not a URL', upstream: `invalid MCPB package URL: ${error}` }
  const host = hostnameOf(url).toLowerCase()
  const fault = placeFault(host, url)
  if (fault) return fault
  if (url.scheme !== 'https') {
    return { seen: 'does not use https', upstream: `invalid MCPB package URL, must use HTTPS: ${identifier}` }
  }
  if (identifier.toLowerCase().includes('mcp')) return undefined
  return {
    seen: 'does not contain `mcp`, by which the official registry tells such files from others',
    upstream: `MCPB package URL must contain 'mcp': ${identifier}`,
  }
}

function placeFault(host: string, { path }: GoUrl): McpbFault | undefined {
  if (host === 'github.com' || host === 'www.github.com') {
    if (GITHUB.test(path)) return undefined
    return {
      seen: 'is not a file of a GitHub release',
      upstream:
        "GitHub MCPB packages must be release assets following the pattern '/owner/repo/releases/download/tag/filename'",
    }
  }
  if (host === 'gitlab.com' || host === 'www.gitlab.com') {
    if (GITLAB.some((pattern) => pattern.test(path))) return undefined
    return {
      seen: 'is not a file of a GitLab release',
      upstream:
        "GitLab MCPB packages must be release assets following patterns '/owner/repo/-/releases/tag/downloads/filename' or '/owner/repo/-/package_files/id/download'",
    }
  }
  return {
    seen: 'is neither on GitHub nor on GitLab',
    upstream: `MCPB packages must be hosted on allowlisted providers (GitHub or GitLab). Host '${host}' is not allowed`,
  }
}
