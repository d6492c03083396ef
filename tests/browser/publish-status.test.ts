import type { Page, Request } from 'playwright-core'
import { expect, test } from 'vitest'
import { externalId } from '../../src/github/check-id.ts'
import { useSite } from './use-site.ts'

const shared = useSite()
const { complaints } = shared
let page: Page

const SHA = 'a'.repeat(40)
const PUBLISHES = [{ name: 'io.github.acme/weather-mcp', version: '1.1.0' }]

/** GitHub, as far as the page asks it. */
interface GitHub {
  pull: object
  runs: object[]
  /** In the place of every answer. */
  instead?: { status: number; headers?: Record<string, string> }
  asked: { what: 'pull' | 'checks'; etag?: string; status: number }[]
}

const pullRequest = (more: object = {}): object => ({
  ...{ number: 7, state: 'open', title: 'io.github.acme/weather-mcp 1.1.0', draft: false, merged_at: null },
  ...{ created_at: '2026-11-20T09:00:00Z', updated_at: '2026-11-20T09:00:00Z', head: { sha: SHA } },
  ...more,
})

function checkRun(decision: 'merge' | 'fail', findings: object[] = []): object {
  const verdict = { version: 1, decision, headSha: SHA, baseSha: SHA, findings, publishes: PUBLISHES }
  return {
    ...{ id: 1, name: 'registry/verify', head_sha: SHA, external_id: externalId('verdict', 7, SHA) },
    ...{ status: 'completed', conclusion: decision === 'merge' ? 'success' : 'failure' },
    ...{ completed_at: '2026-11-20T09:01:00Z' },
    output: { text: `\`\`\`json\n${JSON.stringify(verdict)}\n\`\`\`` },
  }
}

async function open(path: string, state: Partial<GitHub> = {}): Promise<GitHub> {
  const github: GitHub = { pull: pullRequest(), runs: [], asked: [], ...state }
  const context = await shared.browser.newContext({ reducedMotion: 'reduce', timezoneId: 'UTC' })
  const headers = {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': '*',
    'access-control-expose-headers': 'ETag, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After',
  }
  await context.route('https://api.github.com/**', async (route) => {
    const request: Request = route.request()
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers })
    const isPull = request.url().endsWith('/repos/acme/registry/pulls/7')
    const body = JSON.stringify(isPull ? github.pull : { check_runs: github.runs })
    const etag = `"${Buffer.from(body).toString('base64').slice(0, 400)}"`
    const known = request.headers()['if-none-match']
    const { status = known === etag ? 304 : 200, headers: more = {} } = github.instead ?? {}
    github.asked.push({ what: isPull ? 'pull' : 'checks', ...(known && { etag: known }), status })
    await route.fulfill({ status, headers: { ...headers, etag, ...more }, body: status === 200 ? body : '' })
  })
  page = await context.newPage()
  await page.clock.install({ time: new Date('2026-11-20T09:00:30Z') })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(shared.site.url) && !url.startsWith('https://api.github.com/repos/acme/registry/'))
      complaints.push(`asked: ${url}`)
  })
  await page.goto(`${shared.site.url}publish/status/${path}`)
  return github
}

const outcome = () => page.locator('.outcome').innerText()
const stations = () =>
  page.locator('.stations li').evaluateAll((all) => all.map(({ className }) => className))
const askedNow = (github: GitHub) => github.asked.splice(0).map(({ what, status }) => `${what} ${status}`)

/** Lets twenty seconds pass, and waits for as many questions. */
async function pass(github: GitHub, questions: number): Promise<void> {
  await page.clock.runFor(20_500)
  await expect.poll(() => github.asked.length).toBe(questions)
}

test('a pull request is followed from opened to live, and what has not changed is asked for by its ETag', async () => {
  const github = await open('?pr=7')
  await expect.poll(stations).toEqual(['done', 'now', 'waiting', 'waiting', 'waiting'])
  expect(await outcome()).toBe('Checked: under way.')
  expect(
    await page.getByRole('link', { name: 'io.github.acme/weather-mcp 1.1.0' }).getAttribute('href'),
  ).toBe('https://github.com/acme/registry/pull/7')
  expect(askedNow(github)).toEqual(['pull 200', 'checks 200'])
  await pass(github, 1)
  expect(askedNow(github)).toEqual(['checks 304'])

  github.runs = [checkRun('merge')]
  await pass(github, 1)
  await expect.poll(stations).toEqual(['done', 'done', 'now', 'waiting', 'waiting'])
  askedNow(github)
  github.pull = pullRequest({ state: 'closed', merged_at: '2026-11-20T09:02:00Z' })
  await pass(github, 1)
  await expect.poll(stations).toEqual(['done', 'done', 'done', 'done', 'done'])
  expect(await outcome()).toBe('It is live.')
  expect(await page.locator('.listed a').getAttribute('href')).toMatch(
    /\/servers\/io\.github\.acme\/weather-mcp\/$/,
  )
  askedNow(github)
  await page.clock.runFor(300_000)
  expect(github.asked).toEqual([])
})

test('what the check found is told, with the rule, and stays text', async () => {
  const hostile = '<img src=x onerror=alert(1)> `</code><script>alert(1)</script>`'
  await open('?pr=7', {
    runs: [
      checkRun('fail', [
        {
          code: 'R404',
          status: 'fail',
          message: `It has no \`mcpName\`. ${hostile}`,
          fix: hostile,
          path: hostile,
          line: 3,
        },
        { code: 'javascript:alert(1)', status: 'fail', message: 'Not a rule.' },
        { code: 'R301', status: 'pass', message: 'It passed.' },
      ]),
    ],
    pull: pullRequest({ title: hostile }),
  })
  await expect.poll(stations).toEqual(['done', 'failed', 'waiting', 'waiting', 'waiting'])
  const items = page.locator('.findings li')
  expect(await items.count()).toBe(1)
  expect(await items.getByRole('link').getAttribute('href')).toMatch(/\/docs\/rules\/R404\/$/)
  expect(await items.innerText()).toContain('<script>alert(1)</script>')
  expect(await page.locator('main :is(img, script, [onerror])').count()).toBe(0)
})

test('when GitHub answers no more, the page says until when, and goes on then', async () => {
  const reset = Date.parse('2026-11-20T09:20:00Z') / 1000
  const github = await open('?pr=7', {
    instead: { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${reset}` } },
  })
  await expect.poll(outcome).toContain('used up until Nov 20, 2026, 9:20')
  await page.clock.runFor(60_000)
  expect(github.asked.length).toBe(1)
  delete github.instead
  await page.clock.runFor(20 * 60_000)
  await expect.poll(stations).toHaveLength(5)
})

test('who does not look asks nothing, and has the news when they are back', async () => {
  const github = await open('?pr=7')
  await expect.poll(stations).toHaveLength(5)
  const turn = (isHidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
      document.dispatchEvent(new Event('visibilitychange'))
    }, isHidden)
  askedNow(github)
  await turn(true)
  await page.clock.runFor(120_000)
  expect(github.asked).toEqual([])
  await turn(false)
  await page.clock.runFor(100)
  await expect.poll(() => askedNow(github).length).toBeGreaterThan(0)
})

test('a number that is none, a pull request that is not there, and none at all', async () => {
  await open('?pr=https://github.com/other/registry/pull/7')
  await expect.poll(outcome).toContain('is not a pull request of acme/registry')
  await page.context().close()
  await open('?pr=7', { instead: { status: 404 } })
  await expect.poll(outcome).toContain('There is no pull request 7 in acme/registry')
  await page.context().close()
  const github = await open('')
  expect(await outcome()).toBe('')
  await page.getByLabel('Number or address of the pull request').fill('#7')
  await page.getByRole('button', { name: 'Follow it' }).click()
  await page.waitForURL('**/publish/status/?pr=%237')
  await expect.poll(stations).toHaveLength(5)
  expect(github.asked.length).toBeGreaterThan(0)
})
