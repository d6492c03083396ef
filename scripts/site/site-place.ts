/** Where a build is served, as its settings say. */
export interface SitePlace {
  /** `https://registry.example/registry/` */
  url: string
  /** The path of `url`, with a `/` at both ends. */
  base: string
}

/** A place on the site, or what is wrong with the address. `path` and `fragment` are still percent-encoded. */
export type OnSite =
  { path: string; fragment: string; hasQuery: boolean; problem?: never } | { problem: string }

/**
 * An address on a page as a path below the site's root; `undefined` where it leads elsewhere.
 *
 * @param page the path of the page, such as `servers/com.acme/`
 */
export function pathOnSite(address: string, page: string, { url, base }: SitePlace): OnSite | undefined {
  // Nearly all addresses are of this form, and there are millions.
  const [, plain, fragment = ''] = PLAIN.exec(address) ?? []
  if (plain?.startsWith(base)) return { path: plain.slice(base.length), fragment, hasQuery: false }
  const here = new URL(page.split('/').map(encodeURIComponent).join('/'), url)
  if (!URL.canParse(address, here)) return { problem: 'is not an address' }
  const target = new URL(address, here)
  if (target.origin !== here.origin) return undefined
  if (!target.pathname.startsWith(base)) return { problem: `leaves the site, which is below ${base}` }
  const path = target.pathname.slice(base.length)
  return { path, fragment: target.hash.slice(1), hasQuery: target.search !== '' }
}

/** An absolute path without `.` and `..` steps, and its fragment. */
const PLAIN = /^((?:\/(?!\.{0,2}(?:\/|#|$))[\w.~%@+-]+)*\/?)(?:#([\w.~%-]*))?$/
