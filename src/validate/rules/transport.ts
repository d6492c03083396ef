import type { DraftArgument, DraftPackage, DraftTransport } from '../draft.ts'
import { fitsUrlPattern, isWebUrl, variablesIn } from '../packages/templates.ts'
import { semantic, type CheckedRule, type Rule } from '../rule.ts'
import { PACKAGE_TRANSPORTS } from '../structure/server-shape.ts'
import { show, showList } from '../text/show.ts'

export const TRANSPORT_TYPE: CheckedRule<DraftPackage> = {
  code: 'R265',
  title: 'The transport of a package is not one that MCP defines',
  why: 'Clients decode the type into a closed list and fail on any other value.',
  fix: 'Use `stdio`, `streamable-http` or `sse`.',
  example: '{"packages": [{"transport": {"type": "websocket"}}]}',
  upstream: 'unsupported-transport-type',
  check({ transport }, at, report) {
    const type = transport?.type ?? ''
    if ((PACKAGE_TRANSPORTS as readonly string[]).includes(type)) return
    const path = [...at, 'transport', 'type']
    const upstream = semantic(path, `unsupported transport type: ${type}`, this.upstream!)
    const message = `The transport type ${show(type)} is none of ${showList(PACKAGE_TRANSPORTS)}.`
    report({ rule: this, path, message, upstream })
  },
}

export const STDIO_URL: CheckedRule<DraftPackage> = {
  code: 'R266',
  title: 'A stdio transport has a url',
  why: 'A server that talks over its standard input and output is not reached at an address.',
  fix: 'Remove `url`, or change the transport type.',
  example: '{"transport": {"type": "stdio", "url": "http://localhost:8080"}}',
  upstream: 'stdio-transport-url-not-empty',
  check({ transport }, at, report) {
    const url = transport?.url ?? ''
    if (transport?.type !== 'stdio' || url === '') return
    const path = [...at, 'transport', 'url']
    const said = `url must be empty for stdio transport type, got: ${url}`
    const message = `The transport is \`stdio\`, but has the url ${show(url)}.`
    report({ rule: this, path, message, upstream: semantic(path, said, this.upstream!) })
  },
}

export const URL_MISSING: Rule = {
  code: 'R267',
  title: 'A transport over HTTP has no url',
  why: 'The url is where clients connect to.',
  fix: 'Add the address of the MCP endpoint as `url`.',
  example: '{"remotes": [{"type": "streamable-http"}]}',
  upstream: 'streamable-transport-url-required',
}

export const TRANSPORT_URL_MISSING: CheckedRule<DraftPackage> = {
  ...URL_MISSING,
  check({ transport }, at, report) {
    if (!isHttp(transport) || transport.url) return
    const path = [...at, 'transport', 'url']
    const said = `url is required for ${transport.type} transport type`
    report({
      rule: this,
      path: transport.url === undefined ? path.slice(0, -1) : path,
      missing: 'url',
      message: `The ${show(transport.type)} transport has no \`url\`.`,
      upstream: semantic(path, said, this.upstream!),
    })
  },
}

export const URL_TEMPLATE: Rule = {
  code: 'R268',
  title: 'The url of a transport is not valid, or uses unknown variables',
  why: 'Clients fill in the `{variables}` from what the entry declares, and connect to the result.',
  fix: 'Begin with `http://` or `https://`, and declare every variable.',
  example: '{"transport": {"type": "sse", "url": "http://localhost:{port_number}/sse"}}',
  upstream: 'invalid-templated-url',
}

export const TRANSPORT_URL: CheckedRule<DraftPackage> = {
  ...URL_TEMPLATE,
  check(item, at, report) {
    const { transport } = item
    if (!isHttp(transport) || !transport.url) return
    const { url } = transport
    const available = availableTo(item)
    const used = variablesIn(url)
    const unknown = used.filter((name) => !available.includes(name))
    if (unknown.length === 0 && isWebUrl(url)) return
    const reason =
      used.length > 0
        ? `template variables in URL ${url} reference undefined variables. Available variables: [${available.join(' ')}]`
        : url
    const path = [...at, 'transport', 'url']
    report({
      rule: this,
      path,
      ...describe(url, unknown, 'an environment variable, an argument or a `valueHint`'),
      upstream: semantic(path, `invalid package transport URL: ${reason}`, this.upstream!),
    })
  },
}

/** Asked for by the JSON Schema only (C07). */
export const TRANSPORT_URL_PATTERN: CheckedRule<DraftPackage> = {
  ...URL_TEMPLATE,
  mirrored: 'warning',
  check({ transport }, at, report) {
    if (!isHttp(transport) || !transport.url || fitsUrlPattern(transport.url)) return
    report({ rule: this, path: [...at, 'transport', 'url'], ...describe(transport.url, [], '') })
  },
}

export function describe(url: string, unknown: string[], places: string): { message: string; fix?: string } {
  if (unknown.length === 0) return { message: `The url ${show(url)} is not an http or https address.` }
  const names = showList(unknown, 'and')
  return {
    message: `The url ${show(url)} uses ${names}, which nothing declares.`,
    fix: `Declare ${names} as ${places}, or write the url without.`,
  }
}

function isHttp(transport: DraftTransport | undefined): transport is DraftTransport & { type: string } {
  return transport?.type === 'streamable-http' || transport?.type === 'sse'
}

/** What the url of a package may refer to: its environment variables, and names and hints of its arguments. */
function availableTo(item: DraftPackage): string[] {
  const names = (item.environmentVariables ?? []).map((variable) => variable?.name)
  const hints = [...(item.runtimeArguments ?? []), ...(item.packageArguments ?? [])].flatMap(namesOf)
  return [...names, ...hints].filter((name): name is string => Boolean(name))
}

function namesOf(argument: DraftArgument | undefined): (string | undefined)[] {
  return [argument?.name, argument?.valueHint]
}
