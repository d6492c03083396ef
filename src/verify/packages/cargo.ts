import type { Package } from '../../model/server-json.ts'
import { show } from '../../validate/text/show.ts'
import { Unreachable } from '../net/unreachable.ts'
import type { Evidence } from '../verdict.ts'
import { isHidden, noPackage, noVersion } from './absent.ts'
import { isPlainPackage } from './central-package.ts'
import { jsonIn } from './json-answer.ts'
import type { PackageContext, PackageOutcome } from './package-check.ts'
import { judgeReadme } from './readme.ts'
import { addressOf } from './registry-addresses.ts'
import { visibleText } from './visible-text.ts'

const LIMITS = { headers: { accept: 'application/json' }, maxBytes: 16 * 2 ** 20 }

/** Source: package checks, type `cargo` (ownership §7): the README as crates.io shows it, without comments. */
export async function checkCargo(
  item: Package,
  name: string,
  { web, policy }: PackageContext,
): Promise<PackageOutcome | undefined> {
  if (!isPlainPackage(item)) return undefined
  const { identifier, version } = item
  const label = `${identifier}@${version}`
  const crate = `${addressOf('cargo', policy.packages)}/api/v1/crates/${encodeURIComponent(identifier)}`
  const one = `${crate}/${encodeURIComponent(version)}`
  const found = await web.get(one, LIMITS)
  if (isHidden(found.status)) throw new Unreachable(`crates.io refused to answer (${found.status}).`)
  if (found.status !== 200) {
    const all = await web.get(crate, LIMITS)
    if (all.status !== 200) return noPackage('crates.io', identifier)
    return noVersion(
      'crates.io',
      identifier,
      version,
      versionsIn(jsonIn<{ versions: unknown }>(all).versions),
    )
  }
  const { version: described } = jsonIn<{ version: object }>(found)
  const pointer = await web.get(`${one}/readme`, LIMITS)
  const readme = pointer.status === 200 ? await web.get(readmeAddress(jsonIn(pointer)), LIMITS) : pointer
  if (readme.status !== 200) return noReadme(label, name)
  const text = visibleText(readme.bytes.toString('utf8'))
  const where = 'as text that everybody sees, since crates.io removes comments'
  return judgeReadme(text, name, `crates.io ${show(label)}`, where, evidenceIn(described, `cargo ${label}`))
}

/** The registry lists the newest first. */
function versionsIn(versions: unknown): string[] {
  const listed = (Array.isArray(versions) ? versions : []) as { num?: unknown }[]
  return listed.map(({ num }) => String(num)).reverse()
}

function readmeAddress({ url }: { url?: unknown }): string {
  if (typeof url === 'string') return url
  throw new Unreachable('crates.io did not say where the README is.')
}

function noReadme(label: string, name: string): PackageOutcome {
  return {
    status: 'fail',
    message: `crates.io ${show(label)} has no README.`,
    fix: `Add a README with the text \`mcp-name: ${name}\` to the crate, publish a new version, and name that version here.`,
  }
}

function evidenceIn(described: unknown, label: string): Evidence[] {
  const { checksum } = (described ?? {}) as { checksum?: unknown }
  return typeof checksum === 'string' ? [{ package: label, kind: 'sha256', value: checksum }] : []
}
