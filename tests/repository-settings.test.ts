import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { rulesetDrift, type BranchRule } from '../scripts/workflows/ruleset-drift.ts'
import { ownersOf } from './support/codeowners.ts'

const github = join(import.meta.dirname, '../.github')
const read = (path: string): string => readFileSync(join(github, path), 'utf8')

interface OpenApi {
  paths: Record<string, { post: { requestBody: { content: { 'application/json': { schema: object } } } } }>
  components: object
}

describe('the rules for the main branch', () => {
  const ruleset = JSON.parse(read('rulesets/main.json')) as { rules: BranchRule[]; bypass_actors: unknown[] }
  const { rules, bypass_actors } = ruleset
  const parametersOf = (type: string) => rules.find((rule) => rule.type === type)!.parameters!

  test('are what GitHub takes', () => {
    const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json')
    const { paths, components } = JSON.parse(readFileSync(file, 'utf8')) as OpenApi
    const schema =
      paths['/repos/{owner}/{repo}/rulesets']!.post.requestBody.content['application/json'].schema
    const validate = new Ajv({ strict: false, validateFormats: false }).compile({ ...schema, components })
    expect(validate(ruleset), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
    expect(validate({ ...ruleset, enforcement: 'sometimes' })).toBe(false)
    expect(validate({ ...ruleset, rules: [{ type: 'no_such_rule' }] })).toBe(false)
  })

  test('hold for everybody', () => expect(bypass_actors).toEqual([]))

  test('ask for the check that the gate posts, and for no other', () => {
    expect(parametersOf('required_status_checks').required_status_checks).toEqual([
      { context: 'registry/verify' },
    ])
  })

  test('ask for the owners of code, and for nobody where there are none', () => {
    expect(parametersOf('pull_request')).toMatchObject({
      required_approving_review_count: 0,
      require_code_owner_review: true,
      dismiss_stale_reviews_on_push: true,
      require_last_push_approval: false,
      allowed_merge_methods: ['squash'],
    })
  })

  test('keep the history', () => {
    const types = rules.map(({ type }) => type)
    expect(types).toEqual(expect.arrayContaining(['deletion', 'non_fast_forward', 'required_linear_history']))
  })

  test('are compared with what GitHub holds', () => {
    const more = { type: 'required_signatures' }
    const richer = rules.map((rule) => ({ ...rule, parameters: { ...rule.parameters, automatic: false } }))
    expect(rulesetDrift(rules, [more, ...richer])).toEqual([])
    expect(rulesetDrift(rules, rules.slice(1))).toEqual(['The rule `deletion` is missing.'])
    const weaker = structuredClone(rules)
    weaker.find(({ type }) => type === 'pull_request')!.parameters!.require_code_owner_review = false
    const said = '`pull_request`: `require_code_owner_review` is `false`, not `true`.'
    expect(rulesetDrift(rules, weaker)).toEqual([said])
    expect(rulesetDrift(rules, [...weaker, ...rules])).toEqual([])
  })
})

describe('owners of files', () => {
  const codeowners = read('CODEOWNERS')

  test.each([
    'servers/al/io.github.alice/weather/1.2.0/server.json',
    'servers/ac/com.acme/search/2.0.1/server.json',
    'servers/al/io.github.alice/weather/1.2.0/proof.json',
    'servers/al/io.github.alice/weather/1.2.0/status.md',
    'servers/al/io.github.alice/weather/status.md',
    'servers/al/io.github.alice/weather/listing.md',
    'servers/al/io.github.alice/owner.json',
  ])('nobody has to approve of %s', (path) => expect(ownersOf(codeowners, path)).toEqual([]))

  test.each([
    'servers/al/io.github.alice/moderation.md',
    'servers/al/io.github.alice/weather/moderation.md',
    'servers/al/io.github.alice/weather/1.2.0/moderation.md',
    'servers/al/io.github.alice/weather/upstream.json',
    '.github/workflows/verify.yml',
    '.github/CODEOWNERS',
    'src/verify/verify.ts',
    'scripts/merge.ts',
    'schema/verdict.schema.json',
    'package.json',
    'package-lock.json',
    'registry.config.json',
    'serversX/a',
    'docs/servers/a.md',
  ])('a maintainer has to approve of %s', (path) => expect(ownersOf(codeowners, path)).toHaveLength(1))
})

test.each(['report-server', 'claim-namespace', 'publish-without-git'])(
  'the form %s asks for something',
  (name) => {
    const form = parse(read(`ISSUE_TEMPLATE/${name}.yml`)) as Record<string, unknown> & {
      body: { type: string; id?: string }[]
    }
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) })
    const fields = form.body.filter(({ type }) => type !== 'markdown')
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length)
    expect(fields.length).toBeGreaterThan(1)
  },
)

test('updates wait a week', () => {
  const { updates } = parse(read('dependabot.yml')) as { updates: { cooldown: unknown }[] }
  for (const { cooldown } of updates) expect(cooldown).toEqual({ 'default-days': 7 })
})
