import type { Package } from '../../model/server-json.ts'
import { show } from '../../validate/text/show.ts'
import { Unreachable } from '../net/unreachable.ts'
import { hiddenPackage, isHidden, noPackage, noVersion } from './absent.ts'
import { isPlainPackage } from './central-package.ts'
import { jsonIn } from './json-answer.ts'
import type { PackageContext, PackageOutcome } from './package-check.ts'
import { judgeReadme } from './readme.ts'
import { addressOf } from './registry-addresses.ts'

const README = 'ReadmeUriTemplate/6.13.0'
const CONTENT = 'PackageBaseAddress/3.0.0'

/** Source: package checks, type `nuget` (ownership §7): the README that is inside the package. */
export async function checkNuget(
  item: Package,
  name: string,
  { web, policy }: PackageContext,
): Promise<PackageOutcome | undefined> {
  if (!isPlainPackage(item)) return undefined
  const { identifier, version } = item
  const label = `${identifier}@${version}`
  const id = encodeURIComponent(identifier.toLowerCase())
  const lowerVersion = version.toLowerCase().replace(/\+.*$/, '')
  const resources = await resourcesOf(addressOf('nuget', policy.packages), web)
  const address = resources(README)
    .replaceAll('{lower_id}', id)
    .replaceAll('{lower_version}', encodeURIComponent(lowerVersion))
  const answer = await web.get(address, { maxBytes: 4 * 2 ** 20 })
  if (isHidden(answer.status)) return hiddenPackage('NuGet', label, answer.status)
  if (answer.status === 200) {
    const where = 'or, unseen, as the comment `<!-- … -->`'
    return judgeReadme(answer.bytes.toString('utf8'), name, `NuGet ${show(label)}`, where)
  }
  const list = await web.get(`${resources(CONTENT).replace(/\/$/, '')}/${id}/index.json`, {
    maxBytes: 4 * 2 ** 20,
  })
  if (list.status !== 200) return noPackage('NuGet', identifier)
  const { versions } = jsonIn<{ versions: string[] }>(list)
  const has = Array.isArray(versions) ? versions.map(String) : []
  return has.includes(lowerVersion) ? noReadme(label, name) : noVersion('NuGet', identifier, version, has)
}

function noReadme(label: string, name: string): PackageOutcome {
  return {
    status: 'fail',
    message: `NuGet ${show(label)} has no README inside the package.`,
    fix: `Add a README with the line \`mcp-name: ${name}\` to the package (\`PackageReadmeFile\`), publish a new version, and name that version here.`,
  }
}

/** Reads the service index; gives the address of a resource by its type. */
async function resourcesOf(index: string, web: PackageContext['web']): Promise<(type: string) => string> {
  const answer = await web.get(index, { headers: { accept: 'application/json' } })
  const listed = answer.status === 200 ? jsonIn<{ resources: unknown[] }>(answer).resources : undefined
  const resources = (Array.isArray(listed) ? listed : []) as { '@type'?: unknown; '@id'?: unknown }[]
  return (type) => {
    const found = resources.find((resource) => resource?.['@type'] === type)?.['@id']
    if (typeof found === 'string') return found
    throw new Unreachable(`The service index ${show(index)} has no ${show(type)}.`)
  }
}
