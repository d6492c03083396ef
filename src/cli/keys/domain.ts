import { show } from '../../validate/text/show.ts'
import { usageError } from '../stop.ts'

/** @throws Stop where the text is no name of a domain */
export function parseDomain(text: string): string {
  if (/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/i.test(text)) return text.toLowerCase()
  throw usageError(`${show(text)} is not the name of a domain.`, 'Write it like acme.com.')
}
