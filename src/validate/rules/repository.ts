import type { DraftServer } from '../draft.ts'
import { semantic, type CheckedRule } from '../rule.ts'
import { show } from '../text/show.ts'

const HOSTS: Record<string, RegExp> = {
  github: /^https?:\/\/(www\.)?github\.com\/[\w.-]+\/[\w.-]+\/?$/,
  gitlab: /^https?:\/\/(www\.)?gitlab\.com\/[\w.-]+\/[\w.-]+\/?$/,
}

export const REPOSITORY: CheckedRule<DraftServer> = {
  code: 'R246',
  title: 'The repository is not one on GitHub or GitLab',
  why: 'People look at the source before they install a server; the registry links to it and reads its owner.',
  fix: 'Give `source` (`github` or `gitlab`) and the `https://` address of the repository itself, without a path into it.',
  example: '{"repository": {"url": "https://github.com/acme/weather/tree/main", "source": "github"}}',
  upstream: 'invalid-repository-url',
  check({ repository }, at, report) {
    const { url = '', source = '' } = repository ?? {}
    if (!repository || (url === '' && source === '') || HOSTS[source]?.test(url)) return
    const path = [...at, 'repository', 'url']
    report({
      rule: this,
      path: repository.url === undefined ? path.slice(0, -1) : path,
      missing: 'url',
      message: `The repository ${show(url)} with source ${show(source)} is not a repository on GitHub or GitLab.`,
      upstream: semantic(path, `invalid repository URL: ${url}`, this.upstream!),
    })
  },
}

/** Allowed at publication by the official registry, refused by its JSON Schema (C01). */
export const EMPTY_REPOSITORY: CheckedRule<DraftServer> = {
  code: 'R254',
  title: 'The repository has neither url nor source',
  why: 'Some clients drop the whole list on a repository with only some of its fields.',
  fix: 'Remove `repository`, or give it `url` and `source`.',
  example: '{"repository": {}}',
  mirrored: 'off',
  check({ repository }, at, report) {
    if (!repository || repository.url || repository.source) return
    const path = [...at, 'repository']
    report({ rule: this, path, message: 'The repository has neither `url` nor `source`.' })
  },
}

/** The one half-filled repository that mirrored records may not have either: strict clients fail on it. */
export const PARTIAL_REPOSITORY: CheckedRule<DraftServer> = {
  code: 'R255',
  title: 'The repository lacks url or source',
  why: 'Strict clients read a repository that is empty or has both; anything else loses them the whole list.',
  fix: 'Give the repository both `url` and `source`.',
  example: '{"repository": {"id": "12345"}}',
  check({ repository }, at, report) {
    if (!repository || repository.url || repository.source || Object.keys(repository).length === 0) return
    if (repository.url !== undefined && repository.source !== undefined) return
    const path = [...at, 'repository']
    report({ rule: this, path, message: 'The repository lacks `url` or `source`.' })
  },
}

export const SUBFOLDER: CheckedRule<DraftServer> = {
  code: 'R247',
  title: 'The subfolder is not a clean relative path',
  why: 'The path is joined to the address of the repository.',
  fix: 'Write it like `packages/weather`: no slash at either end, no `.` or `..` as a folder.',
  example: '{"repository": {"subfolder": "/packages/../weather"}}',
  upstream: 'invalid-subfolder-path',
  check({ repository }, at, report) {
    const subfolder = repository?.subfolder ?? ''
    if (subfolder === '' || isCleanPath(subfolder)) return
    const { url = '', source = '' } = repository!
    const path = [...at, 'repository', 'subfolder']
    const said = semantic(path, `invalid subfolder path: ${subfolder}`, this.upstream!)
    const message = `The subfolder ${show(subfolder)} is not a clean relative path.`
    // The official registry looks at the subfolder only where there is a repository.
    report({ rule: this, path, message, upstream: url === '' && source === '' ? [] : said })
  },
}

function isCleanPath(path: string): boolean {
  if (!/^[a-zA-Z0-9\-_./]+$/.test(path)) return false
  return path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..')
}
