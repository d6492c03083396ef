import { hash } from 'node:crypto'
import { tagsOf, type Tag } from './html-tags.ts'

/** Types of `script` that hold data, which no browser runs and no policy asks about. */
const DATA = new Set(['application/json', 'application/ld+json'])
/** Elements that load from their address by themselves. */
const LOADING: Readonly<Record<string, string>> = {
  script: 'src',
  img: 'src',
  source: 'src',
  iframe: 'src',
  embed: 'src',
  object: 'data',
  audio: 'src',
  video: 'src',
  track: 'src',
}
/** Relations of `link` that make a browser load the address. */
const LOADING_LINKS =
  /\b(?:stylesheet|icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest)\b/i

/**
 * What of a page goes against the content security policy, or would if the policy let it: the policy itself missing or
 * too wide, scripts and styles written into the page, handlers, and anything loaded from another origin.
 *
 * @param origin the site's own
 */
export function policyProblems(html: string, origin: string): string[] {
  const problems: string[] = []
  let policy: string | undefined
  for (const tag of tagsOf(html)) {
    if (tag.name === 'meta' && tag.attributes['http-equiv']?.toLowerCase() === 'content-security-policy')
      policy = tag.attributes.content
    // A policy in a page holds for what comes after it.
    if (policy === undefined && (tag.name === 'script' || tag.name === 'style' || isStylesheet(tag)))
      problems.push(`<${tag.name}> stands before the content security policy`)
    problems.push(...inlineProblems(tag, policy), ...foreignProblems(tag, origin))
  }
  return [...policyTextProblems(policy), ...problems]
}

function isStylesheet({ name, attributes }: Tag): boolean {
  return name === 'link' && /\bstylesheet\b/i.test(attributes.rel ?? '')
}

function policyTextProblems(policy: string | undefined): string[] {
  if (policy === undefined) return ['has no content security policy']
  const directives = new Map(
    policy.split(';').map((directive): [string, string[]] => {
      const [name = '', ...sources] = directive.trim().split(/\s+/)
      return [name, sources]
    }),
  )
  const problems: string[] = []
  if (directives.get('default-src')?.join() !== "'none'")
    problems.push("the policy's default-src is not 'none'")
  for (const name of ['script-src', 'style-src', 'base-uri', 'form-action'])
    if (!directives.has(name)) problems.push(`the policy has no ${name}`)
  for (const [name, sources] of directives) {
    const wide = sources.filter((source) => /^'unsafe-(?:inline|eval|hashes)'$|^\*$|^https?:$/.test(source))
    if (wide.length > 0) problems.push(`the policy's ${name} allows ${wide.join(' ')}`)
  }
  return problems
}

function inlineProblems({ name, attributes, text = '' }: Tag, policy = ''): string[] {
  const problems: string[] = []
  if (name === 'style') problems.push('has an inline style sheet')
  if (
    name === 'script' &&
    attributes.src === undefined &&
    !DATA.has(attributes.type ?? '') &&
    text.trim() !== '' &&
    !policy.includes(`'sha256-${hash('sha256', text, 'base64')}'`)
  )
    problems.push('has an inline script')
  if (name === 'base') problems.push('has a <base>')
  for (const [key, value] of Object.entries(attributes)) {
    if (/^on/.test(key)) problems.push(`<${name}> has a handler: ${key}`)
    if (key === 'style') problems.push(`<${name}> has an inline style`)
    if (key === 'srcdoc') problems.push(`<${name}> holds a document: srcdoc`)
    // Browsers leave out blanks and control characters before they read a scheme.
    const scheme = /^(?:javascript|vbscript|data):/i.exec(value.replace(/[\u0000-\u0020]/g, ''))?.[0]
    if (scheme && ADDRESS_KEYS.has(key) && !(name === 'img' && scheme === 'data:'))
      problems.push(`<${name}> has an address with ${scheme}`)
  }
  return problems
}

const ADDRESS_KEYS = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'xlink:href',
  'data',
  'srcset',
  'poster',
])

function foreignProblems({ name, attributes }: Tag, origin: string): string[] {
  const isLoadingLink = name === 'link' && LOADING_LINKS.test(attributes.rel ?? '')
  const address = isLoadingLink ? attributes.href : attributes[LOADING[name] ?? '']
  if (address === undefined || !URL.canParse(address, origin)) return []
  const { protocol, origin: its } = new URL(address, origin)
  return its === origin || protocol === 'data:' ? [] : [`<${name}> loads from ${its}`]
}
