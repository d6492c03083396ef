import type { Package } from '../../model/server-json.ts'
import { show } from '../../validate/text/show.ts'
import type { Evidence } from '../verdict.ts'
import { hiddenPackage, isHidden, noPackage, noVersion } from './absent.ts'
import { isPlainPackage } from './central-package.ts'
import { jsonIn } from './json-answer.ts'
import type { PackageContext, PackageOutcome } from './package-check.ts'
import { judgeReadme } from './readme.ts'
import { addressOf } from './registry-addresses.ts'

/** The list of all releases with all their files is large for some projects. */
const LIMITS = { headers: { accept: 'application/json' }, maxBytes: 32 * 2 ** 20 }

/** Source: package checks, type `pypi` (ownership §7): the README as PyPI keeps it, in `info.description`. */
export async function checkPypi(
  item: Package,
  name: string,
  { web, policy }: PackageContext,
): Promise<PackageOutcome | undefined> {
  if (!isPlainPackage(item)) return undefined
  const { identifier, version } = item
  const project = `${addressOf('pypi', policy.packages)}/pypi/${encodeURIComponent(identifier)}`
  const label = `${identifier}@${version}`
  const answer = await web.get(`${project}/${encodeURIComponent(version)}/json`, LIMITS)
  if (isHidden(answer.status)) return hiddenPackage('PyPI', label, answer.status)
  if (answer.status !== 200) {
    const all = await web.get(`${project}/json`, LIMITS)
    if (all.status !== 200) return noPackage('PyPI', identifier)
    const { releases } = jsonIn<{ releases: object }>(all)
    return noVersion('PyPI', identifier, version, Object.keys(releases ?? {}))
  }
  const { info, urls } = jsonIn<{ info: object; urls: unknown[] }>(answer)
  const { description } = (info ?? {}) as { description?: unknown }
  const readme = typeof description === 'string' ? description : ''
  const where = 'or, unseen, as the comment `<!-- … -->`'
  return judgeReadme(readme, name, `PyPI ${show(label)}`, where, evidenceIn(urls, `pypi ${label}`))
}

/** The hash of the source distribution, or of the first file where there is none: files of PyPI never change. */
function evidenceIn(urls: unknown, label: string): Evidence[] {
  const files = (Array.isArray(urls) ? urls : []) as PypiFile[]
  const file = files.find(({ packagetype }) => packagetype === 'sdist') ?? files[0]
  if (!file?.digests?.sha256) return []
  return [{ package: `${label} ${file.filename ?? ''}`.trim(), kind: 'sha256', value: file.digests.sha256 }]
}

interface PypiFile {
  packagetype?: string
  filename?: string
  digests?: { sha256?: string }
}
