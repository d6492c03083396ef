import { isUtf8 } from 'node:buffer'
import matter from 'gray-matter'
import { isMap, isNode, LineCounter, parseDocument, visit } from 'yaml'

/** The front matter of a Markdown file, with the line of every key, and its body. */
export interface FrontMatter {
  data: Record<string, unknown>
  lines: Record<string, number>
  body: string
}

export interface FrontMatterError {
  line: number
  column: number
  message: string
}

/** More than a page of prose is not front matter any more, and aliases can multiply what they name. */
const MAX_BYTES = 65_536

const CLOSING_FENCE = /\n---[ \t]*(?:\n|$)/
const TOO_DEEP = 'The front matter is nested too deeply to be read.'
const ABSENT = 'The file has no front matter: YAML between two lines `---` at its start.'

/**
 * Some of gray-matter's engines evaluate code. Only YAML is data here, and no other engine is ever asked, whatever
 * follows the dashes; that these throw is the second lock on the door.
 */
const REFUSED = Object.fromEntries(
  ['javascript', 'js', 'coffee', 'coffeescript', 'cson', 'json', 'toml'].map((language) => [
    language,
    () => {
      throw new Error(`front matter must be YAML, not \`${language}\``)
    },
  ]),
)

/** Reads a Markdown file with YAML front matter. The body comes trimmed, its lines ended by `\n`. */
export function parseFrontMatter(bytes: Buffer, maxBytes = MAX_BYTES): FrontMatter | FrontMatterError {
  if (bytes.length > maxBytes)
    return wholeFile(`The file has ${bytes.length} bytes; at most ${maxBytes} are read.`)
  if (!isUtf8(bytes)) return wholeFile('The bytes are not UTF-8.')
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
  const fence = fenceFault(text)
  if (fence) return wholeFile(fence)
  let parsed: ParsedYaml | undefined
  const yaml = (source: string): object => {
    parsed = readYaml(source)
    return {}
  }
  const { content } = matter(text, { engines: { ...REFUSED, yaml }, language: 'yaml' })
  // Comments alone are not even shown to the engine.
  if (!parsed) return wholeFile(ABSENT)
  if ('error' in parsed) return parsed.error
  return { ...parsed, body: content.trim() }
}

/** gray-matter is lenient with the fences; whatever it would guess at is refused before it sees the text. */
function fenceFault(text: string): string | undefined {
  if (!text.startsWith('---')) return ABSENT
  const [opening = ''] = text.split('\n', 1)
  if (opening.startsWith('----')) return ABSENT
  const language = opening.slice(3).trim()
  if (language !== '' && language !== 'yaml') {
    return `The front matter calls itself \`${language}\`; only YAML between two lines \`---\` is read.`
  }
  const end = text.indexOf('\n---')
  if (end < 0) return 'The front matter has no end: a line `---` must stand below it.'
  if (text.slice(end).search(CLOSING_FENCE) !== 0) {
    return 'The front matter must end with a line that holds `---` and nothing else.'
  }
  return undefined
}

type ParsedYaml =
  { data: Record<string, unknown>; lines: Record<string, number> } | { error: FrontMatterError }

function readYaml(source: string): ParsedYaml {
  try {
    return parseYaml(source)
  } catch (error) {
    if (error instanceof RangeError) return { error: wholeFile(TOO_DEEP) }
    throw error
  }
}

function parseYaml(source: string): ParsedYaml {
  const counter = new LineCounter()
  const document = parseDocument(source, {
    lineCounter: counter,
    schema: 'core',
    uniqueKeys: true,
    merge: false,
  })
  // A warning tells of a tag that nobody knows, whose value would be taken for a plain one.
  const first = document.errors[0] ?? document.warnings[0]
  if (first) {
    if (first.message.includes('call stack')) return { error: wholeFile(TOO_DEEP) }
    const at = counter.linePos(first.pos[0])
    const reason = first.message.split('\n', 1)[0]!.replace(/ at line .*$/, '')
    return { error: { line: at.line, column: at.col, message: `The front matter is not YAML: ${reason}.` } }
  }
  if (!isMap(document.contents)) return { error: wholeFile('The front matter must be `key: value` lines.') }
  let aliases = 0
  visit(document, { Alias: () => void aliases++ })
  if (aliases > 0)
    return { error: wholeFile('The front matter uses YAML aliases (`*name`); write the value out.') }
  const lines: Record<string, number> = Object.create(null)
  for (const { key } of document.contents.items) {
    lines[String(key)] = isNode(key) && key.range ? counter.linePos(key.range[0]).line : 1
  }
  return { data: document.toJS() as Record<string, unknown>, lines }
}

function wholeFile(message: string): FrontMatterError {
  return { line: 1, column: 1, message }
}
