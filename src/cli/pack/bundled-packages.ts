import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compareBytes } from '../../model/byte-order.ts'

/** A library in a bundle. */
export interface BundledPackage {
  name: string
  version: string
  /** As its package.json has it, such as `MIT`. */
  licence: string
  /** The text of its licence; absent where it has no such file. */
  text?: string
  /** Characters of its code in the bundle, before it is minified. */
  size: number
}

/**
 * The libraries that the modules of a bundle came from, by name.
 *
 * @param modules paths of files, with the characters of each in the bundle
 */
export function bundledPackages(modules: Iterable<[path: string, size: number]>): BundledPackage[] {
  const sizes = new Map<string, number>()
  for (const [path, size] of modules) {
    const folder = path.includes('/node_modules/') ? packageFolder(path) : undefined
    if (folder) sizes.set(folder, (sizes.get(folder) ?? 0) + size)
  }
  return [...sizes]
    .map(([folder, size]) => describe(folder, size))
    .sort((a, b) => compareBytes(`${a.name} ${a.version}`, `${b.name} ${b.version}`))
}

/** Below a package there may be a package.json that only says how its modules are to be read. */
function packageFolder(path: string): string | undefined {
  for (let folder = dirname(path); folder.includes('/node_modules/'); folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (existsSync(file) && typeof readJson(file).name === 'string') return folder
  }
  return undefined
}

function describe(folder: string, size: number): BundledPackage {
  const { name = '', version = '', license } = readJson(join(folder, 'package.json'))
  const file = readdirSync(folder)
    .sort()
    .find((entry) => /^(licen[cs]e|copying)/i.test(entry))
  const text = file && readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
  return { name, version, licence: license ?? 'not stated', size, ...(text && { text }) }
}

function readJson(file: string): { name?: string; version?: string; license?: string } {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** The file that goes with a bundle: who wrote what is in it, and under which terms. */
export function licencesText(packages: readonly BundledPackage[]): string {
  const parts = packages.map(({ name, version, licence, text }) =>
    [`${name} ${version} (${licence})`, ...(text ? [text] : [])].join('\n\n'),
  )
  return `mcp-git.js holds code of these packages.\n\n${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}
