import type { DraftServer, DraftTransport } from '../draft.ts'
import { hostnameOf, parseGoUrl } from '../go/url.ts'
import { privateHost } from '../packages/hosts.ts'
import { fillTemplate, isRemoteUrl } from '../packages/templates.ts'
import type { CheckedRule, Path } from '../rule.ts'
import { show } from '../text/show.ts'

export const PRIVATE_HOST: CheckedRule<DraftTransport> = {
  code: 'R290',
  title: 'A remote is an IP address or a private name',
  why: 'Such an address means another machine for every user, and can make a client reach into its own network.',
  fix: 'Use the public host name of the server.',
  example: '{"remotes": [{"type": "sse", "url": "https://169.254.169.254/sse"}]}',
  deviation: 'private-hosts',
  mirrored: 'off',
  check({ url }, at, report) {
    if (!url || !isRemoteUrl(url)) return
    const host = hostnameOf(parseGoUrl(fillTemplate(url)).url!)
    const kind = privateHost(host)
    if (!kind) return
    const message = `The host ${show(host)} of the remote is ${kind}.`
    report({ rule: this, path: [...at, 'url'], message })
  },
}

export const CREDENTIALS: CheckedRule<DraftServer> = {
  code: 'R291',
  title: 'A URL contains a user name or password',
  why: 'A published file is no place for a secret, and such URLs serve to hide the real host.',
  fix: 'Remove everything before the `@`. Ask for secrets by a header or a variable with `isSecret`.',
  example: '{"websiteUrl": "https://admin:secret@example.com"}',
  deviation: 'credentials-in-urls',
  mirrored: 'off',
  check(server, at, report) {
    for (const [path, url] of urlsOf(server, at)) {
      if (!url.includes('@') || parseGoUrl(fillTemplate(url)).url?.userinfo === undefined) continue
      report({ rule: this, path, message: 'The URL contains a user name or password before its host.' })
    }
  },
}

export const UNSAFE_URL: CheckedRule<DraftServer> = {
  code: 'R295',
  title: 'A URL contains characters that must be escaped in one',
  why: 'Quotes, angle brackets and backslashes end up in HTML attributes and command lines of clients.',
  fix: 'Percent-encode the character, such as `%22` for `"`.',
  example: '{"websiteUrl": "https://example.com/\\"onclick=alert(1)"}',
  upstream: 'website-url-invalid-characters',
  deviation: 'unsafe-url-characters',
  mirrored: 'off',
  check(server, at, report) {
    for (const [path, url] of urlsOf(server, at)) {
      const match = /["'<>`\\\s]/.exec(url)
      if (!match || parseGoUrl(fillTemplate(url)).error) continue
      report({ rule: this, path, message: `The URL ${show(url)} contains ${show(match[0])}.` })
    }
  },
}

function urlsOf(server: DraftServer, at: Path): [Path, string][] {
  const { websiteUrl, icons = [], packages = [], remotes = [] } = server
  const urls: [Path, string | undefined][] = [
    [[...at, 'websiteUrl'], websiteUrl],
    ...icons.map((icon, i): [Path, string | undefined] => [[...at, 'icons', i, 'src'], icon?.src]),
    ...packages.map((item, i): [Path, string | undefined] => [
      [...at, 'packages', i, 'transport', 'url'],
      item?.transport?.url,
    ]),
    ...remotes.map((remote, i): [Path, string | undefined] => [[...at, 'remotes', i, 'url'], remote?.url]),
  ]
  return urls.filter((entry): entry is [Path, string] => Boolean(entry[1]))
}
