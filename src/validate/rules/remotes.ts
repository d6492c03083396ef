import type { DraftTransport } from '../draft.ts'
import { fitsUrlPattern, isRemoteUrl, isWebUrl, variablesIn } from '../packages/templates.ts'
import { semantic, type CheckedRule, type Path, type UpstreamIssue } from '../rule.ts'
import { REMOTE_TRANSPORTS } from '../structure/server-shape.ts'
import { show, showList } from '../text/show.ts'
import { describe, URL_MISSING, URL_TEMPLATE } from './transport.ts'

export const REMOTE_TYPE: CheckedRule<DraftTransport> = {
  code: 'R271',
  title: 'The type of a remote is not one that MCP defines',
  why: 'A remote is reached over HTTP. Clients fail on any other type, and lose the whole list with it.',
  fix: 'Use `streamable-http` or `sse`; for a server that is run locally add a package instead.',
  example: '{"remotes": [{"type": "http", "url": "https://example.com/mcp"}]}',
  upstream: 'unsupported-remote-transport-type',
  check(remote, at, report) {
    if (isKnown(remote)) return
    const { type = '' } = remote
    const path = [...at, 'type']
    const said = `unsupported transport type for remotes: ${type} (only streamable-http and sse are supported)`
    const message = `The type ${show(type)} of the remote is neither ${showList(REMOTE_TRANSPORTS, 'nor')}.`
    report({ rule: this, path, message, upstream: semantic(path, said, this.upstream!) })
  },
}

const REMOTE_URL_MISSING: CheckedRule<DraftTransport> = {
  ...URL_MISSING,
  upstream: 'remote-transport-url-required',
  check(remote, at, report) {
    if (!isKnown(remote) || remote.url) return
    const path = [...at, 'url']
    report({
      rule: this,
      path: remote.url === undefined ? at : path,
      missing: 'url',
      message: `The ${show(remote.type)} remote has no \`url\`.`,
      upstream: [
        ...semantic(path, `url is required for ${remote.type} transport type`, this.upstream!),
        ...templateIssues(remote, path),
      ],
    })
  },
}

export const REMOTE_URL: CheckedRule<DraftTransport> = {
  code: 'R269',
  title: 'The url of a remote is not a public https address',
  why: 'Everybody who installs the server connects to this address.',
  fix: 'Use the `https://` address under which the server is reachable from the internet.',
  example: '{"remotes": [{"type": "sse", "url": "http://localhost:3000/sse"}]}',
  upstream: 'invalid-remote-url',
  check(remote, at, report) {
    if (!isKnown(remote) || !remote.url || isRemoteUrl(remote.url)) return
    const path = [...at, 'url']
    const upstream = semantic(path, `invalid remote URL: ${remote.url}`, this.upstream!)
    const message = `The url ${show(remote.url)} is not a public https address.`
    report({ rule: this, path, message, upstream: [...upstream, ...templateIssues(remote, path)] })
  },
}

const REMOTE_TEMPLATE: CheckedRule<DraftTransport> = {
  ...URL_TEMPLATE,
  example: '{"remotes": [{"type": "sse", "url": "https://{tenant}.example.com/sse"}]}',
  check(remote, at, report) {
    if (!isKnown(remote) || !remote.url || !isRemoteUrl(remote.url)) return
    const path = [...at, 'url']
    const upstream = templateIssues(remote, path)
    if (upstream.length === 0) return
    const text = describe(remote.url, unknownIn(remote), 'keys of the `variables` of the remote')
    report({ rule: this, path, ...text, upstream })
  },
}

/** Asked for by the JSON Schema only (C07). */
export const REMOTE_URL_PATTERN: CheckedRule<DraftTransport> = {
  ...URL_TEMPLATE,
  mirrored: 'warning',
  check(remote, at, report) {
    if (!isKnown(remote) || !remote.url || fitsUrlPattern(remote.url)) return
    report({ rule: this, path: [...at, 'url'], ...describe(remote.url, [], '') })
  },
}

/** Official rules D30–D33, in the official order. */
export const REMOTE_RULES = [REMOTE_TYPE, REMOTE_URL_MISSING, REMOTE_URL, REMOTE_TEMPLATE]

type KnownRemote = DraftTransport & { type: string }

function isKnown(remote: DraftTransport): remote is KnownRemote {
  return remote.type === 'streamable-http' || remote.type === 'sse'
}

function unknownIn({ url = '', variables = {} }: DraftTransport): string[] {
  return variablesIn(url).filter((name) => !Object.hasOwn(variables, name))
}

/** Official rule D33, which the official registry reports beside any other fault of the same url. */
function templateIssues(remote: KnownRemote, path: Path): UpstreamIssue[] {
  const { url = '', variables = {} } = remote
  if (unknownIn(remote).length === 0 && isWebUrl(url)) return []
  const reason =
    variablesIn(url).length > 0
      ? `template variables in URL ${url} reference undefined variables. Available variables: [${Object.keys(variables).join(' ')}]`
      : url
  return semantic(path, `invalid remote URL: ${reason}`, 'invalid-templated-url')
}
