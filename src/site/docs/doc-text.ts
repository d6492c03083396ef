import { href } from '../links.ts'
import { docHtml } from '../text/doc-html.ts'

/** What stands for the registry's own address in the files of `docs/`, so that they are the same in every copy. */
const PLACEHOLDER = 'https://registry.example/'

/**
 * A rendered page of `docs/` as it is on this site: its commands have the address of this registry, so that they can be
 * copied as they are, and a link such as `/publish/` works under any base.
 *
 * @param url where the site is served, with a `/` at the end
 */
export function docText(html: string, url: string): string {
  // First, because the links that docHtml makes have the base already.
  const based = html.replace(/href="(\/(?!\/)[^"]*)"/g, (_, path: string) => `href="${href(path)}"`)
  return docHtml(based).replaceAll(PLACEHOLDER, url)
}
