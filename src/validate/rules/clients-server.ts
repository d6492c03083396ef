import type { DraftServer, DraftTransport } from '../draft.ts'
import { variablesIn } from '../packages/templates.ts'
import type { CheckedRule } from '../rule.ts'
import { ADVICE } from './clients-packages.ts'
import { show } from '../text/show.ts'

export const W6: CheckedRule<DraftTransport> = {
  ...ADVICE,
  code: 'W6',
  title: 'Clients do not fill in variables of a remote url',
  why: 'Only the MCP Inspector replaces `{variables}`; others connect to the address as written.',
  fix: 'Offer a remote without variables, or take the value from a header.',
  example: '{"remotes": [{"type": "sse", "url": "https://{tenant}.example.com/sse"}]}',
  check({ url = '' }, at, report) {
    if (variablesIn(url).length === 0) return
    const message = `Most clients connect to ${show(url)} without filling in the variables.`
    report({ rule: this, path: [...at, 'url'], message })
  },
}

export const W7: CheckedRule<DraftServer> = {
  ...ADVICE,
  code: 'W7',
  title: 'All remotes use the old SSE transport',
  why: 'VS Code, Eclipse and Xcode install every remote as `http`.',
  fix: 'Offer `streamable-http` too.',
  example: '{"remotes": [{"type": "sse", "url": "https://example.com/sse"}]}',
  check({ remotes = [] }, at, report) {
    if (remotes.length === 0 || remotes.some((remote) => remote?.type !== 'sse')) return
    const message =
      'VS Code, Eclipse and Xcode install every remote as `http`, and there are only `sse` ones.'
    report({ rule: this, path: [...at, 'remotes'], at: 'key', message })
  },
}

export const W12: CheckedRule<DraftServer> = {
  ...ADVICE,
  code: 'W12',
  title: 'Eclipse cannot show an SVG icon',
  why: 'It draws bitmaps only.',
  fix: 'Add a PNG icon.',
  example: '{"icons": [{"src": "https://example.com/icon.svg", "mimeType": "image/svg+xml"}]}',
  check({ icons = [] }, at, report) {
    if (icons.length === 0 || !icons.every((icon) => isSvg(icon?.src, icon?.mimeType))) return
    const message = 'Eclipse cannot show the icon, since there is no bitmap.'
    report({ rule: this, path: [...at, 'icons'], at: 'key', message })
  },
}

function isSvg(src = '', mimeType?: string): boolean {
  return mimeType === undefined ? /\.svg(?:[?#]|$)/i.test(src) : mimeType === 'image/svg+xml'
}

export const W14: CheckedRule<DraftServer> = {
  ...ADVICE,
  code: 'W14',
  title: 'There is nothing to install',
  why: 'An entry with neither package nor remote serves allowlists; nobody can install it from here.',
  fix: 'Add `packages` or `remotes`, unless this is what you want.',
  example: '{"name": "com.example/weather", "description": "Weather reports", "version": "1.0.0"}',
  check({ packages = [], remotes = [] }, at, report) {
    if (packages.length > 0 || remotes.length > 0) return
    report({ rule: this, path: at, message: 'There is neither a package nor a remote.' })
  },
}

export const W15: CheckedRule<DraftServer> = {
  ...ADVICE,
  code: 'W15',
  title: 'Kiro wants exactly one package or remote, without named arguments',
  why: 'It has no dialog to choose with, and does not write named arguments.',
  fix: 'Put first what most people should use; Kiro users must configure the rest by hand.',
  example: '{"packages": [{"registryType": "npm"}, {"registryType": "oci"}]}',
  check({ packages = [], remotes = [] }, at, report) {
    const isNamed = (argument: { type?: string | undefined } | undefined) => argument?.type === 'named'
    const hasNamed = packages.some(
      (item) => item?.runtimeArguments?.some(isNamed) || item?.packageArguments?.some(isNamed),
    )
    const count = packages.length + remotes.length
    if (count <= 1 && !hasNamed) return
    const message =
      count > 1
        ? `Kiro cannot choose among ${count} ways to install.`
        : 'Kiro does not write named arguments.'
    report({ rule: this, path: at, message })
  },
}
