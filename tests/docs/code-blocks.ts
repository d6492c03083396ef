import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

/** A fenced block of a page for people. */
export interface CodeBlock {
  /** `docs/publish.md` */
  page: string
  /** The heading above it, without its `#`; empty before the first. */
  heading: string
  /** `sh`, `text`, `json`; empty where none is named. */
  language: string
  /** Without the fences, with a line feed at its end. */
  text: string
  /** Where the text begins in the page, in characters. */
  start: number
}

const LINE = /^(?:(#{1,6}) (.*)|( *)```(\w*).*)$/gm

/** All pages whose commands people copy: the README, and those of the documentation. */
export function docPages(): string[] {
  const docs = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'))
  return ['README.md', ...docs.map((name) => `docs/${name}`)].sort()
}

export function readPage(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8')
}

export function blocksIn(page: string): CodeBlock[] {
  const source = readPage(page)
  const blocks: CodeBlock[] = []
  let heading = ''
  let open: { language: string; start: number } | undefined
  for (const match of source.matchAll(LINE)) {
    const [line, , title, , language = ''] = match
    if (open && line.trim() === '```') {
      blocks.push({ page, heading, ...open, text: source.slice(open.start, match.index) })
      open = undefined
    } else if (!open && title !== undefined) heading = title
    else if (!open) open = { language, start: match.index + line.length + 1 }
  }
  return blocks
}
