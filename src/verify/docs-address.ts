/**
 * Where a rule is explained, under the registry's own site.
 *
 * @param siteUrl where the site is served
 * @returns a whole address; the path where nobody knows the site
 */
export function docsOf(code: string, siteUrl?: string): string {
  return `${rulesAddress(siteUrl)}${encodeURIComponent(code)}/`
}

/** Where all rules are listed; see `docsOf`. */
export function rulesAddress(siteUrl?: string): string {
  return siteUrl === undefined ? '/docs/rules/' : onSite(siteUrl, 'docs/rules/')
}

/** A page or file of the site, wherever it is served: with a path or without, with a `/` at the end or without. */
export function onSite(siteUrl: string, path: string): string {
  return `${siteUrl.replace(/\/*$/, '/')}${path}`
}
