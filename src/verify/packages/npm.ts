import { setTimeout as wait } from 'node:timers/promises'
import type { Package } from '../../model/server-json.ts'
import { show } from '../../validate/text/show.ts'
import type { WebAnswer } from '../net/web-client.ts'
import { hiddenPackage, isHidden, newest, noPackage } from './absent.ts'
import { isPlainPackage } from './central-package.ts'
import { jsonIn } from './json-answer.ts'
import type { PackageContext, PackageOutcome } from './package-check.ts'
import { addressOf } from './registry-addresses.ts'

/** A new version is sometimes there a moment later. What takes longer is looked at again by the registry itself. */
const PAUSES = [2_000, 5_000, 10_000]

/** A popular package has thousands of versions, and the list of them has no smaller form. */
const LIST_BYTES = 64 * 2 ** 20

/** Source: package checks, type `npm` (ownership §7): the field `mcpName` of the version's package.json. */
export async function checkNpm(
  item: Package,
  name: string,
  context: PackageContext,
): Promise<PackageOutcome | undefined> {
  if (!isPlainPackage(item)) return undefined
  const { identifier, version } = item
  const { web, policy, sleep = wait } = context
  const list = `${addressOf('npm', policy.packages)}/${encodeURIComponent(identifier).replace(/^%40/, '@')}`
  const document = `${list}/${encodeURIComponent(version)}`
  const label = `${identifier}@${version}`
  const get = (): Promise<WebAnswer> => {
    return web.get(document, { headers: { accept: 'application/json' }, maxBytes: 4 * 2 ** 20 })
  }
  let answer = await get()
  let versions: string[] | undefined
  for (const pause of PAUSES) {
    if (answer.status === 200 || isHidden(answer.status)) break
    versions ??= await versionsOf(list, context)
    if (versions.length === 0) return noPackage('npm', identifier)
    await sleep(pause)
    answer = await get()
  }
  if (answer.status === 200) return judge(answer, item, name)
  if (isHidden(answer.status)) return hiddenPackage('npm', label, answer.status)
  return notYet(identifier, version, versions ?? [])
}

/** In the order of publication. Empty where there is no such package. */
async function versionsOf(list: string, { web }: PackageContext): Promise<string[]> {
  const accept = 'application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8'
  const answer = await web.get(list, { headers: { accept }, maxBytes: LIST_BYTES })
  if (answer.status !== 200) return []
  const { versions } = jsonIn<{ versions: object }>(answer)
  return Object.keys(versions ?? {})
}

function notYet(identifier: string, version: string, has: readonly string[]): PackageOutcome {
  const others = has.filter((other) => other !== version)
  return {
    status: 'hold',
    message: `npm has ${show(identifier)}, but not yet its version ${show(version)}. ${newest(others)} npm can take minutes to serve a new version, so we look again by ourselves.`,
    fix: `If ${show(version)} is published, there is nothing to do. Otherwise publish it, or name a version that exists.`,
  }
}

function judge(answer: WebAnswer, { identifier, version }: Package, name: string): PackageOutcome {
  const found = jsonIn<{ version: string; mcpName: string; dist: object }>(answer)
  const label = `npm ${show(`${identifier}@${version}`)}`
  if (found.version !== version) {
    return {
      status: 'fail',
      message: `${label} is a name for version ${show(found.version)}, and may be one for another version tomorrow.`,
      fix: `Name the version itself: \`"version": ${JSON.stringify(found.version)}\`.`,
    }
  }
  if (found.mcpName === name) {
    const { integrity: value } = (found.dist ?? {}) as { integrity?: unknown }
    const evidence = { package: `npm ${identifier}@${version}`, kind: 'integrity' as const }
    return {
      status: 'pass',
      message: `${label} has the \`mcpName\` ${show(name)}.`,
      ...(typeof value === 'string' && { evidence: [{ ...evidence, value }] }),
    }
  }
  return {
    status: 'fail',
    message: wrongName(label, found.mcpName, name),
    fix: `Put \`"mcpName": "${name}"\` into its package.json, publish a new version, and name that version here.`,
  }
}

function wrongName(label: string, mcpName: unknown, name: string): string {
  if (mcpName === undefined || mcpName === '') {
    return `${label} has no \`mcpName\`, by which its owner agrees to this listing.`
  }
  const isSpelling = typeof mcpName === 'string' && mcpName.toLowerCase() === name.toLowerCase()
  const hint = isSpelling ? ': upper and lower case differ' : ''
  return `${label} has the \`mcpName\` ${show(mcpName)}, not ${show(name)}${hint}.`
}
