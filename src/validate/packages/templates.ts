import { hostnameOf, parseGoUrl } from '../go/url.ts'

// Longer ones are no URLs, and would take the patterns below a time that grows with the square of the length.
const LONGEST = 4096

/** The names of all `{variables}` in a URL template, in order. */
export function variablesIn(template: string): string[] {
  if (template.length > LONGEST) return []
  return [...template.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!)
}

/** A URL template with something plausible in place of its variables, as the official registry judges it. */
export function fillTemplate(template: string): string {
  if (template.length > LONGEST) return ''
  return template
    .replaceAll('{host}', 'example.com')
    .replaceAll('{port}', '8080')
    .replaceAll('{path}', 'api')
    .replaceAll('{protocol}', 'http')
    .replaceAll('{scheme}', 'http')
    .replace(/:\{[^}]+\}(?=\/|$)/g, ':8080')
    .replace(/\{[^}]+\}/g, 'placeholder')
}

/** Whether a template makes an http or https URL with a host (official rule D24). */
export function isWebUrl(template: string): boolean {
  const { url } = parseGoUrl(fillTemplate(template))
  return url !== undefined && (url.scheme === 'http' || url.scheme === 'https') && url.host !== ''
}

/** Whether a template may be a remote's URL for the official registry (D32): https, and not this very machine. */
export function isRemoteUrl(template: string): boolean {
  const { url } = parseGoUrl(fillTemplate(template))
  if (!url || url.scheme !== 'https' || url.host === '') return false
  const host = hostnameOf(url)
  return host !== 'localhost' && host !== '127.0.0.1' && !host.endsWith('.localhost')
}

/** What the JSON Schema asks of every URL of a transport (C07). */
export function fitsUrlPattern(url: string): boolean {
  return /^https?:\/\/[^\t\n\f\r ]+$/.test(url)
}
