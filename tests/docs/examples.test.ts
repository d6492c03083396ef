import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../../src/catalog/config.ts'
import { EXIT } from '../../src/cli/exit.ts'
import { parseFrontMatter } from '../../src/catalog/front-matter.ts'
import { checkShape } from '../../src/catalog/schema-check.ts'
import { WEATHER } from '../../src/cli/testing/listed.ts'
import { validateServerJson } from '../../src/validate/server-json.ts'
import { blocksIn, docPages, readPage, ROOT, type CodeBlock } from './code-blocks.ts'

const examples = docPages().flatMap(blocksIn)
const title = ({ page, heading, text }: CodeBlock): string =>
  `${page}, ${heading}: ${text.slice(0, 40).replaceAll('\n', ' ')}`

/** A part of a server.json put where it belongs. */
function completed(example: Record<string, unknown>): object {
  const { remotes, name, ...ofPackage } = example
  if (name !== undefined) return example
  const [item] = WEATHER.packages!
  return remotes ? { ...WEATHER, remotes } : { ...WEATHER, packages: [{ ...item, ...ofPackage }] }
}

const PUBLISHERS = ['docs/publish.md', 'docs/settings.md']
const OPERATORS = ['docs/mirror.md', 'docs/operate.md']

describe('JSON that people copy', () => {
  const json = examples.filter(({ language }) => language === 'json')

  test.each(json.filter(({ page }) => PUBLISHERS.includes(page)).map((block) => [title(block), block]))(
    '%s is valid in a server.json',
    (_title, { text }) => {
      const document = completed(JSON.parse(text) as Record<string, unknown>)
      const errors = validateServerJson(JSON.stringify(document)).findings.filter(
        ({ severity }) => severity === 'error',
      )
      expect(errors).toEqual([])
    },
  )

  test.each(json.filter(({ page }) => OPERATORS.includes(page)).map((block) => [title(block), block]))(
    '%s is valid in registry.config.json',
    (_title, { text }) => {
      expect(() => parseConfig(JSON.stringify({ title: 'Acme', ...JSON.parse(text) }), {})).not.toThrow()
    },
  )

  test('nothing else is shown as JSON but the file of publishers', () => {
    const other = json.filter(({ page }) => ![...PUBLISHERS, ...OPERATORS].includes(page))
    expect(other.map(({ heading }) => heading)).toEqual(['By a file'])
  })
})

describe('front matter that people copy', () => {
  const blocks = examples.filter(({ language }) => ['md', 'markdown'].includes(language))

  test.each(blocks.map((block) => [title(block), block]))('%s fits its schema', (_title, { text }) => {
    const matter = parseFrontMatter(Buffer.from(text))
    if (!('data' in matter)) throw new Error(matter.message)
    const { data } = matter
    const schema = 'track' in data ? 'listing' : 'reason' in data ? 'moderation' : 'status'
    expect(checkShape(schema, data)).toEqual([])
  })
})

test('the workflow in the page about releases gives the action inputs that it has', () => {
  const [yaml = ''] = blocksIn('docs/releases.md').flatMap(({ language, text }) =>
    language === 'yaml' ? [text] : [],
  )
  const { jobs } = parse(yaml) as { jobs: { list: { steps: { uses: string; with: object }[] } } }
  const given = jobs.list.steps.find(({ uses }) => uses.startsWith('OWNER/REPOSITORY@'))!.with
  const { inputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { required?: boolean }>
  }
  for (const name of Object.keys(given)) expect(Object.keys(inputs)).toContain(name)
  for (const [name, { required }] of Object.entries(inputs))
    if (required) expect(Object.keys(given)).toContain(name)
})

test('every exit code of the program is in its page', () => {
  const rows = [...readPage('docs/cli.md').matchAll(/^\| (\d)\s+\|/gm)].map(([, code]) => Number(code))
  expect(rows).toEqual(Object.values(EXIT))
})

test('so is every variable that it reads from its environment', () => {
  const sources = ['src/cli/main.ts', 'src/publish/github/sign-in.ts'].map(readPage).join('\n')
  const read = new Set(sources.match(/(?<=\benv\.)[A-Z_]+/g))
  // Which registry a copy belongs to is told by the copy; this is for those that are not packed.
  read.delete('MCP_GIT_REGISTRY_FILE')
  expect(read.size).toBeGreaterThan(3)
  for (const name of read) expect(readPage('docs/cli.md')).toMatch(new RegExp(`^\\|.*\`${name}\\b`, 'm'))
})
