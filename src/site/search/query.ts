import { DOMAINS, ownerWords, searchWords } from './search-words.ts'
import { plainWordSoFar } from './spellings.ts'

/** What somebody typed, as it is looked for. */
export interface Query {
  /** Without space around it, in lower case. */
  text: string
  words: string[]
}

/** What people paste around the name of a package. */
const COMMAND =
  /^(npx|uvx|bunx|dnx|npm i(nstall)?|pip install|uv tool install|docker (run|pull))\s+(-\S+\s+)*/i

const PACKAGE_VERSION = /(?<=.)@(latest|\d[\w.-]*)$/

/** Hosts whose own name says nothing, and whose paths say everything. */
const SHARED_HOST = /^(www\.)?(github|gitlab|npmjs|pypi|hub\.docker|ghcr)\.(com|org|io)$/i

/** What paths say that is no word for the server. */
const ROUTES = new Set(['sse', 'api', 'package', 'project', 'tree', 'blob', 'main', 'r'])

/** Reads what somebody typed, who may have pasted a server name, a namespace, a command or an address. */
export function readQuery(typed: string): Query {
  const text = typed.trim().toLowerCase()
  const parts = typed.trim().replace(COMMAND, '').split(/\s+/)
  const words = parts.map((part) => part.replace(PACKAGE_VERSION, '')).flatMap(partWords)
  return { text, words: [...new Set(words)] }
}

function partWords(part: string): string[] {
  if (/^https?:\/\//i.test(part) && URL.canParse(part)) return addressWords(new URL(part))
  const slash = part.indexOf('/')
  const host = slash < 0 ? part : part.slice(0, slash)
  const rest = slash < 0 ? '' : part.slice(slash + 1)
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(host) || /\.js$/i.test(host)) return typedWords(part)
  const labels = host.toLowerCase().split('.')
  const isNamespace = DOMAINS.has(labels[0]!) || !DOMAINS.has(labels.at(-1)!)
  if (isNamespace && !SHARED_HOST.test(host)) return [...ownerWords(host), ...typedWords(rest)]
  return addressWords(new URL(`https://${part}`))
}

function addressWords({ hostname, pathname }: URL): string[] {
  const path = typedWords(pathname.replace(/%[0-9a-f]{2}/gi, ' ').replace(/\.git$/, ''))
  const telling = path.filter((word) => !ROUTES.has(word) && !/^v\d+$/.test(word))
  return SHARED_HOST.test(hostname)
    ? telling
    : [...ownerWords(hostname.split('.').reverse().join('.')), ...telling]
}

function typedWords(text: string): string[] {
  return searchWords(text, plainWordSoFar)
}
