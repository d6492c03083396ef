import { parseGoUrl } from '../go/url.ts'

/** What the official registry's library takes for a `uri`: anything that Go can parse and that has a scheme. */
export function isUri(text: string): boolean {
  return (parseGoUrl(text).url?.scheme ?? '') !== ''
}
