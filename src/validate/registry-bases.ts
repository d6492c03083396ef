import { parseGoUrl } from './go/url.ts'

/** Whether an address is the public registry of a package type, the only one that the official registry takes. */
export function isPublicBase(registryType: string, base: string): boolean {
  return registryType === 'npm' ? isPublicNpm(base) : BASES[registryType] === base
}

/** How to name the public registry of a package type to people. */
export function publicBaseName(registryType: string): string {
  return registryType === 'npm' ? 'the public npm registry' : (BASES[registryType] ?? 'none')
}

/** Where packages of each type are, but for npm, whose client knows it; as the official registry writes them. */
export const PUBLIC_BASES = {
  pypi: 'https://pypi.org',
  nuget: 'https://api.nuget.org/v3/index.json',
  cargo: 'https://crates.io',
}

const BASES: Readonly<Record<string, string>> = PUBLIC_BASES

/** Compared by its labels, since the address of the public npm registry is nowhere written down in this project. */
function isPublicNpm(base: string): boolean {
  const { url } = parseGoUrl(base)
  if (url?.scheme !== 'https' || url.path !== '' || base !== `https://${url.host}`) return false
  const [service, owner, zone, ...more] = url.host.split('.')
  return service === 'registry' && owner === 'npmjs' && zone === 'org' && more.length === 0
}
