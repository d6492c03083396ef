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

/** Some of gray-matter's engines evaluate code. Only YAML is data here, whatever follows the dashes. */
const REFUSED = Object.fromEntries(
  ['javascript', 'js', 'coffee', 'coffeescript', 'cson', 'json', 'toml'].map((language) => [
    language,
    () => {
      throw new Error(`front matter must be YAML, not \`${language}\``)
    },
  ]),
)

/** Reads a Markdown file with YAML front matter. The body comes trimmed. */
export function parseFrontMatter(bytes: Buffer): FrontMatter | FrontMatterError {
  if (bytes.length > MAX_BYTES)
    return wholeFile(`The file has ${bytes.length} bytes; at most ${MAX_BYTES} are read.`)
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  const language = /^---[ \t]*([^\s-][^\n\r]*)/.exec(text)?.[1]?.trim()
  if (language && language !== 'yaml') {
    return wholeFile(
      `The front matter calls itself \`${language}\`; only YAML between two lines \`---\` is read.`,
    )
  }
  let parsed: ReturnType<typeof parseYaml> | undefined
  const yaml = (source: string): object => {
    parsed = parseYaml(source)
    return 'error' in parsed ? {} : parsed.data
  }
  const { content, isEmpty } = matter(text, { engines: { ...REFUSED, yaml }, language: 'yaml' }) as {
    content: string
    isEmpty?: boolean
  }
  if (!parsed || isEmpty)
    return wholeFile('The file has no front matter: YAML between two lines `---` at its start.')
  if ('error' in parsed) return parsed.error
  return { ...parsed, body: content.trim() }
}

function parseYaml(
  source: string,
): { data: Record<string, unknown>; lines: Record<string, number> } | { error: FrontMatterError } {
  const counter = new LineCounter()
  const document = parseDocument(source, {
    lineCounter: counter,
    schema: 'core',
    uniqueKeys: true,
    merge: false,
  })
  const first = document.errors[0]
  if (first) {
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
