import type { BrowserContextOptions, Page, Route } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { MANY_VERSIONS } from './fixture.ts'
import { useSite } from './use-site.ts'

const shared = useSite()
const { complaints } = shared
let page: Page

async function open(
  path: string,
  options: BrowserContextOptions & { api?: (route: Route) => void } = {},
): Promise<void> {
  const { api, ...contextOptions } = options
  const context = await shared.browser.newContext({ reducedMotion: 'reduce', ...contextOptions })
  page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`))
  page.on('console', (message) => {
    // A browser reports every answer with an error status; these tests ask for some.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  if (api) await page.route('**/v0.1/**', api)
  await page.goto(shared.site.url + path)
}

const text = (selector: string) => page.locator(selector).innerText()
const outcome = () => text('.outcome')
const versionsPage = `servers/${MANY_VERSIONS}/versions/`

describe('the list of versions', () => {
  test('says what each version changed, on the server’s page and on its own', async () => {
    await open(`servers/${MANY_VERSIONS}/`)
    const rows = page.locator('.version-list li')
    expect(await rows.count()).toBe(10)
    expect(await rows.first().locator('.what').innerText()).toBe(
      'Needs MANY_TOKEN (secret) for npm @versions/many',
    )
    await page.getByRole('link', { name: 'All 12 versions' }).click()
    await page.waitForURL(`**/${versionsPage}`)
    expect(await rows.count()).toBe(12)
    expect(await rows.nth(1).locator('.what').innerText()).toMatch(/^Transport sse → streamable-http/)
    expect(await rows.nth(2).locator('.what').innerText()).toBe("Title none → <b>Bold</b> 'title'")
    expect(await rows.nth(3).innerText()).toContain('deleted')
    expect(await rows.nth(4).locator('.what').innerText()).toBe('A new version of the package')
    expect(await rows.last().locator('.what').innerText()).toBe('First version')
  })

  test('a server with one version has no page for it', async () => {
    await open('servers/com.hostile/hostile/')
    expect(await page.locator('main a[href*="/versions/?"], main a[href$="/versions/"]').count()).toBe(0)
  })

  test('two versions are compared in words and line by line, and the address keeps them', async () => {
    await open(versionsPage)
    await page.getByLabel('From').selectOption('1.9.0')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect.poll(outcome).toBe('From 1.9.0 to 1.11.0: 3 changes.')
    expect(new URL(page.url()).search).toBe('?from=1.9.0&to=1.11.0')
    expect(await page.locator('.changes li').allInnerTexts()).toEqual([
      'Needs MANY_TOKEN (secret) for npm @versions/many',
      'Transport sse → streamable-http for remote https://many.example/mcp',
      'Package version 1.9.0 → 1.11.0 for npm @versions/many',
    ])
    expect(await page.locator('.lines .added').first().textContent()).toContain(
      'added:   "version": "1.11.0"',
    )
    expect(await page.locator('.lines .removed').first().textContent()).toContain(
      'removed:   "version": "1.9.0"',
    )
    await page.getByRole('link', { name: 'Diff of 1.9.0 with 1.8.0' }).click()
    await expect.poll(outcome).toBe('From 1.8.0 to 1.9.0: 2 changes.')
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Compare two versions')
    await page.goBack()
    await expect.poll(outcome).toBe('From 1.9.0 to 1.11.0: 3 changes.')
    expect(await page.getByLabel('From').inputValue()).toBe('1.9.0')
    await page.reload()
    await expect.poll(outcome).toBe('From 1.9.0 to 1.11.0: 3 changes.')
  })

  test('the key `[` leads from the server to the version before', async () => {
    await open(`servers/${MANY_VERSIONS}/`)
    await page.keyboard.press('[')
    await page.waitForURL('**/version/?server=**&version=1.10.0')
  })

  test('the key `d` leads from the server to what its latest version changed', async () => {
    await open(`servers/${MANY_VERSIONS}/`)
    await page.keyboard.press('d')
    await page.waitForURL('**/versions/?from=1.10.0&to=1.11.0')
    await expect.poll(outcome).toBe('From 1.10.0 to 1.11.0: 2 changes.')
  })

  test('where a host serves no deleted versions, the page says so', async () => {
    await open(`${versionsPage}?from=1.8.0&to=1.9.0`, { api: plainHost })
    await expect.poll(outcome).toBe('1.8.0 is deleted, and its document is not served any more.')
    await page.getByLabel('From').selectOption('1.7.0')
    await page.getByRole('button', { name: 'Compare' }).click()
    await expect.poll(outcome).toBe('From 1.7.0 to 1.9.0: 2 changes.')
  })

  test.each<[string, string, ((route: Route) => void) | undefined, string]>([
    [
      'a version that never was',
      '?from=9&to=1.9.0',
      undefined,
      '9 is not a version of this server. Choose two from the list.',
    ],
    [
      'hostile text',
      '?from=%3Cimg src=x onerror=alert(1)%3E%E2%80%AE&to=..',
      undefined,
      '<img src=x onerror=alert(1)> is not a version of this server. Choose two from the list.',
    ],
    [
      'no connection',
      '?from=1.7.0&to=1.9.0',
      (route) => void route.abort(),
      '1.7.0 could not be read. The registry could not be reached. You may be offline.',
    ],
    [
      'an error',
      '?from=1.7.0&to=1.9.0',
      (route) => void route.fulfill({ status: 503 }),
      '1.7.0 could not be read. The registry answered with an error (503).',
    ],
    [
      'a page instead of a document',
      '?from=1.7.0&to=1.9.0',
      (route) => void route.fulfill({ body: '<p>Hello' }),
      '1.7.0 could not be read. What came back is not a document of this registry.',
    ],
    [
      'a document about something else',
      '?from=1.7.0&to=1.9.0',
      (route) => void route.fulfill({ json: { server: { name: 'a.b/other' } } }),
      '1.7.0 could not be read. What came back is not a document of this registry.',
    ],
  ])('%s gives a sentence', async (_, query, api, sentence) => {
    await open(versionsPage + query, { ...(api && { api }) })
    await expect.poll(outcome).toBe(sentence)
    expect(await page.locator('main img').count()).toBe(0)
  })

  test('a late answer is dropped', async () => {
    let release = (): void => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await open(versionsPage, {
      api: async (route) => {
        if (route.request().url().includes('/1.7.0')) await held
        await route.continue()
      },
    })
    const compareFrom = async (version: string) => {
      await page.getByLabel('From').selectOption(version)
      await page.getByRole('button', { name: 'Compare' }).click()
    }
    await compareFrom('1.7.0')
    await compareFrom('1.9.0')
    await expect.poll(outcome).toBe('From 1.9.0 to 1.11.0: 3 changes.')
    const late = page.waitForResponse(/1\.7\.0/)
    release()
    await (await late).finished()
    await page.waitForTimeout(50)
    expect(await outcome()).toBe('From 1.9.0 to 1.11.0: 3 changes.')
  })
})

describe('an old version', () => {
  test('is shown with its place among the others', async () => {
    await open(versionsPage)
    await page.locator('.version-list').getByRole('link', { name: '1.9.0', exact: true }).click()
    await page.waitForURL(`**/version/?server=${MANY_VERSIONS}&version=1.9.0`)
    await expect.poll(() => text('.place')).toBe('This is 1.9.0. The latest is 1.11.0 → What changed since')
    expect(await text('h1')).toBe('com.versions/\nmany')
    expect(await page.title()).toBe(`${MANY_VERSIONS} 1.9.0 · Test Registry`)
    expect(await text('.facts')).toContain('Or connects to many.example')
    expect(await text('.title')).toBe('<b>Bold</b> `title`')
    expect(JSON.parse(await text('pre.json'))).toMatchObject({ version: '1.9.0' })
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex')
    await page.locator('.neighbours').waitFor()
    await page.keyboard.press(']')
    await page.waitForURL('**/version/?server=**&version=1.10.0')
    await page.locator('.neighbours').waitFor()
    await page.keyboard.press('d')
    await page.waitForURL('**/versions/?from=1.10.0&to=1.11.0')
  })

  test('can be installed as it was', async () => {
    await open('version/?server=io.github.acme/weather-mcp&version=1.0.0')
    await page.locator('.install figure code').first().waitFor()
    expect(await text('.install')).toContain('@acme/weather@1.0.0')
    expect(await page.locator('.install a[href*="latest"]').count()).toBe(0)
    await page.getByRole('button', { name: 'Copy' }).first().waitFor()
  })

  test('a deleted one is shown where the host still has it, and nothing to install', async () => {
    await open(`version/?server=${MANY_VERSIONS}&version=1.8.0`)
    await expect
      .poll(() => text('.banner'))
      .toMatch(/^DELETED by the publisher, .*\n+It asked for too much\./)
    expect(await page.locator('.install, .facts').count()).toBe(0)
  })

  test.each<[string, string, ((route: Route) => void) | undefined, string]>([
    ['no name', '', undefined, 'This address does not name a server and a version.'],
    [
      'a hostile name',
      '?server=<b>x</b>&version=1',
      undefined,
      'This address does not name a server and a version.',
    ],
    [
      'an unknown server',
      '?server=com.nobody/nothing&version=1.0.0',
      undefined,
      'There is no document about 1.0.0 of com.nobody/nothing here. It is deleted, or it never was.',
    ],
    [
      'a path as a version',
      `?server=${MANY_VERSIONS}&version=..`,
      undefined,
      `There is no document about .. of ${MANY_VERSIONS} here. It is deleted, or it never was.`,
    ],
    [
      'no connection',
      `?server=${MANY_VERSIONS}&version=1.0.0`,
      (route) => void route.abort(),
      `1.0.0 of ${MANY_VERSIONS} could not be read. The registry could not be reached. You may be offline.`,
    ],
    [
      'a page instead of a document',
      `?server=${MANY_VERSIONS}&version=1.0.0`,
      (route) => void route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
      `1.0.0 of ${MANY_VERSIONS} could not be read. What came back is not a document of this registry.`,
    ],
  ])('%s gives a sentence with the way out', async (_, query, api, sentence) => {
    await open(`version/${query}`, { ...(api && { api }) })
    await expect.poll(outcome).toBe(sentence)
    await page.getByRole('link', { name: 'All servers from A to Z' }).waitFor()
  })

  test('what could not be read can be tried again', async () => {
    let isDown = true
    await open(`version/?server=${MANY_VERSIONS}&version=1.9.0`, {
      api: (route) => void (isDown ? route.abort() : route.continue()),
    })
    const again = page.getByRole('button', { name: 'Try again' })
    await again.waitFor()
    isDown = false
    await again.click()
    await expect.poll(() => text('.place')).toMatch(/^This is 1\.9\.0\./)
    expect(await again.count()).toBe(0)
  })
})

describe('servers side by side', () => {
  const two = `compare/?s=${MANY_VERSIONS},io.github.acme/weather-mcp`
  const head = () => page.locator('.comparison thead .name').allInnerTexts()
  const row = (label: string) =>
    page.locator('.comparison tbody tr', { has: page.locator('th', { hasText: new RegExp(`^${label}`) }) })

  test('rows that differ say so', async () => {
    await open(two)
    await expect.poll(outcome).toBe('2 servers side by side.')
    expect(await head()).toEqual([MANY_VERSIONS, 'io.github.acme/weather-mcp'])
    expect(await row('Secrets').innerText()).toMatch(/differs\s+MANY_TOKEN\s+ACME_TOKEN/)
    expect(await row('Versions').innerText()).toMatch(/differs\s+12\s+2/)
    expect(await row('Status').innerText()).toMatch(/^Status\s+active\s+active/)
  })

  test('are added by pasted names and addresses, and removed', async () => {
    await open('compare/')
    await expect.poll(outcome).toBe('Add two servers.')
    await page
      .getByLabel('Names of servers')
      .fill(`${MANY_VERSIONS}, ${shared.site.url}servers/com.hostile/hostile/`)
    await page.keyboard.press('Enter')
    await expect.poll(head).toEqual([MANY_VERSIONS, 'com.hostile/hostile'])
    expect(new URL(page.url()).search).toBe(`?s=${MANY_VERSIONS},com.hostile/hostile`)
    await page.getByRole('link', { name: `Remove ${MANY_VERSIONS}` }).click()
    await expect.poll(head).toEqual(['com.hostile/hostile'])
    await expect.poll(outcome).toBe('Add a second server.')
    await page.goBack()
    await expect.poll(head).toEqual([MANY_VERSIONS, 'com.hostile/hostile'])
    expect(await page.locator('.comparison img, .comparison script').count()).toBe(0)
  })

  test('what is no server, or not here, is told', async () => {
    await open(`${two},com.nobody/nothing,<img src=x>`)
    await expect.poll(head).toHaveLength(2)
    expect(await page.locator('.problems li').allInnerTexts()).toEqual([
      '“<img” is not the name of a server: those look like io.github.acme/weather.',
      '“src=x>” is not the name of a server: those look like io.github.acme/weather.',
      'com.nobody/nothing is not in this registry, or it is deleted.',
    ])
  })

  test('without a connection the names stay in the address', async () => {
    await open(two, { api: (route) => void route.abort() })
    await expect
      .poll(() => text('.problems'))
      .toContain(`${MANY_VERSIONS} could not be read. The registry could not be reached. You may be offline.`)
  })

  test('are copied as Markdown', async () => {
    await open(two, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: 'Copy as Markdown' }).click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.split('\n')[0]).toBe(`|  | \`${MANY_VERSIONS}\` | \`io.github.acme/weather-mcp\` |`)
    expect(copied).toContain('| **Secrets** (differs) | `MANY_TOKEN` | `ACME_TOKEN` |')
  })
})

test.each([versionsPage, 'version/', 'compare/'])(
  'without JavaScript there is a sentence or a list: /%s',
  async (path) => {
    await open(path, { javaScriptEnabled: false })
    expect(await text('main')).toMatch(/JavaScript/)
    if (path !== versionsPage) return
    expect(await page.locator('.version-list .what').count()).toBe(12)
    expect(await page.getByRole('link', { name: 'JSON of 1.0.0' }).getAttribute('href')).toMatch(/\/1\.0\.0$/)
  },
)

test.each([
  [versionsPage, `${versionsPage}?from=1.9.0&to=1.11.0`],
  ['version/', `version/?server=${MANY_VERSIONS}&version=1.9.0`],
  ['compare/', `compare/?s=${MANY_VERSIONS},io.github.acme/weather-mcp,com.hostile/hostile`],
])('nothing but the table scrolls sideways at 320 pixels: /%s', async (_, path) => {
  await open(path, { viewport: { width: 320, height: 640 } })
  await page.locator('.lines, .place, .comparison table').first().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

/** Answers as a plain static host does: queries mean nothing to it, and deleted versions have no files. */
function plainHost(route: Route): void {
  const { pathname } = new URL(route.request().url())
  if (pathname.endsWith('/1.8.0')) return void route.fulfill({ status: 404, body: 'Not Found' })
  void route.continue({ url: route.request().url().replace(/\?.*/, '') })
}
