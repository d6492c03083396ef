import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { parseConfig } from '../src/catalog/config.ts'
import { DEFAULT_POLICY } from '../src/catalog/policy.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const operate = read('docs/operate.md')
const folder = join(root, '.github/workflows')
const workflows = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n')

const unique = (pattern: RegExp, text: string): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name]) => name!)),
]

describe('what docs/operate.md says', () => {
  test('every variable and secret of the workflows has its place', () => {
    const names = unique(/\b(?:vars|secrets)\.(\w+)/g, workflows)
    expect(names.length).toBeGreaterThan(3)
    for (const name of names) expect(operate).toContain(`\`${name}\``)
    expect(unique(/`(REGISTRY_\w+)`/g, operate).sort()).toEqual(names.sort())
  })

  test('every environment of ours is made', () => {
    const names = unique(/^ {4}environment: (\S+)$/gm, workflows)
    expect(names).toEqual(['registry-merge'])
    for (const name of names) expect(operate).toContain(`named \`${name}\``)
  })

  test('the placeholder for owners is the one that is there', () => {
    const [placeholder] = unique(/(@your-organization\/[\w-]+)/g, operate)
    expect(unique(/(?<=^\S+ )(@\S+)$/gm, read('.github/CODEOWNERS'))).toEqual([placeholder])
  })

  test('the example of a policy can be used', () => {
    const example = JSON.parse(/```json\n([\s\S]+?)```/.exec(operate)![1]!) as { policy: object }
    const config = parseConfig(JSON.stringify({ title: 'Example', ...example }), {})
    expect(config.policy).toEqual(example.policy)
    expect(Object.keys(example.policy).sort()).toEqual(Object.keys(DEFAULT_POLICY).sort())
  })

  test.each(['newAccountDays', 'openPullRequests', 'ownerChangeDays'] as const)(
    'the default of %s',
    (key) => {
      const row = operate.split('\n').find((line) => line.startsWith(`| \`${key}\``))!
      expect(row.split('|').at(-2)!.trim()).toBe(String(DEFAULT_POLICY[key]))
    },
  )

  test.each(['docs/operate.md', 'docs/gate.md', 'SECURITY.md'])(
    '%s names files and commands that are there',
    (page) => {
      const text = read(page)
      const files = unique(/`((?:\.github|tests|schema|scripts|docs)\/[\w./-]*\w(?:\.\w+)?\/?)`/g, text)
      expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([])
      const named = unique(/`(\w+\.yml)`/g, text)
      expect(named.filter((name) => !existsSync(join(folder, name)))).toEqual([])
      for (const name of unique(/npm run ([\w:-]+)/g, text))
        expect(Object.keys(packageJson.scripts)).toContain(name)
    },
  )
})
