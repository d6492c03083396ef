import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { LONG_NAME } from './fixture.ts'
import { useSite } from './use-site.ts'

const shared = useSite()
const { complaints } = shared
let page: Page

async function open(path: string, options: BrowserContextOptions = {}): Promise<void> {
  // A busy machine skips transitions between pages, which the browser reports as an error of the page.
  const calm = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const
  const context = await shared.browser.newContext({ ...calm, ...options })
  page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`))
  page.on('request', (request) => {
    const { origin } = new URL(request.url())
    if (origin !== new URL(shared.site.url).origin && !request.url().startsWith('data:'))
      complaints.push(request.url())
  })
  await page.goto(shared.site.url + path)
}

const heading = () => page.locator('h1').innerText()
const results = () => page.locator('#results .row .name').allInnerTexts()

test('the page of a server is fetched while somebody still points at its link', async () => {
  await open('browse/')
  const devtools = await page.context().newCDPSession(page)
  const fetched: (string | undefined)[] = []
  devtools.on(
    'Preload.prefetchStatusUpdated',
    ({ status, key }) => status === 'Ready' && fetched.push(key.url),
  )
  await devtools.send('Preload.enable')
  const link = page.locator('.rows a[href*="/servers/"]').first()
  await link.hover()
  await expect.poll(() => fetched).toEqual([await link.evaluate((anchor: HTMLAnchorElement) => anchor.href)])
})

test('from the start page by a search to a server', async () => {
  await open('')
  expect(await heading()).toBe('Test Registry')
  await page.keyboard.press('/')
  await page.keyboard.type('weathr')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('er')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/search/?q=weather')
  await page.locator('#results .row').nth(1).waitFor()
  expect((await results()).sort()).toEqual(['io.github.acme/old-weather', 'io.github.acme/weather-mcp'])
  await page.getByLabel('npm').check()
  await expect.poll(results).toEqual(['io.github.acme/weather-mcp'])
  expect(new URL(page.url()).search).toBe('?q=weather&type=npm')
  await page.locator('[data-search]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/servers/io.github.acme/weather-mcp/')
  expect(await heading()).toBe('io.github.acme/\nweather-mcp')
  const main = await page.locator('main').innerText()
  for (const text of [
    'Acme Weather',
    'ACME_TOKEN',
    'required',
    'secret',
    'ACME_REGION',
    '2 versions',
    'Runs code from npm',
  ])
    expect(main).toContain(text)
  await page.goBack()
  await expect.poll(results).toEqual(['io.github.acme/weather-mcp'])
})

test('a pasted name finds its server, and removed ones are not found', async () => {
  await open('search/?q=io.github.acme/weather-mcp')
  await page.locator('#results .row').first().waitFor()
  expect((await results())[0]).toBe('io.github.acme/weather-mcp')
  await page.locator('[data-search]').fill('removed')
  await page.getByText('Nothing matches “removed”.').first().waitFor()
})

test('each version links to its document, in the place where the registry is served', async () => {
  await open('servers/io.github.acme/weather-mcp/')
  const address = await page.getByRole('link', { name: 'JSON of 1.0.0' }).getAttribute('href')
  const reply = await page.request.get(new URL(address!, shared.site.url).href)
  expect(((await reply.json()) as { server: unknown }).server).toMatchObject({ version: '1.0.0' })
})

test('a deprecated server says why and where to go', async () => {
  await open('servers/io.github.acme/old-weather/')
  const banner = page.locator('.banner')
  expect(await banner.innerText()).toMatch(/^DEPRECATED since .*\n+Nobody looks after it\.\n+Use io\.github/)
  await banner.getByRole('link').click()
  await page.waitForURL('**/servers/io.github.acme/weather-mcp/')
})

test('a removed server says that the registry did it, and why', async () => {
  await open('servers/com.removed/removed/')
  const banner = await page.locator('.banner').innerText()
  expect(banner).toMatch(/^REMOVED BY THE REGISTRY .*: malware\.\n+It stole tokens\./)
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex')
})

test('what a publisher writes stays text', async () => {
  await open('servers/com.hostile/hostile/')
  expect(await page.locator('.lead').innerText()).toBe(
    '</p><script>alert(1)</script><img src=x onerror=alert(1)> evil',
  )
  expect(await page.locator('main img, main script:not([src])').count()).toBe(0)
  await page.goto(`${shared.site.url}search/?q=evil`)
  await page.locator('#results .row').first().waitFor()
  expect(await page.locator('#results img, #results script').count()).toBe(0)
})

test('names that look like files are pages all the same', async () => {
  await open('servers/com.hostile/')
  expect((await page.locator('.rows .name').allInnerTexts()).sort()).toEqual([
    'com.hostile/hostile',
    'com.hostile/page.html',
  ])
  await page.getByRole('link', { name: 'page.html' }).click()
  expect(await heading()).toBe('com.hostile/\npage.html')
})

test.each([
  '',
  'search/?q=weather',
  'browse/',
  `servers/${LONG_NAME}/`,
  'servers/com.hostile/',
  'docs/',
  'docs/rules/R296/',
  'nowhere/',
])('nothing scrolls sideways at 320 pixels: /%s', async (path) => {
  await open(path, { viewport: { width: 320, height: 640 } })
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(content).toBeLessThanOrEqual(window!)
  expect(await page.locator('h1').count()).toBe(1)
  if (path === 'nowhere/') complaints.splice(0)
})

test('a chosen theme is remembered', async () => {
  await open('', { colorScheme: 'light' })
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await paper()
  await page.getByLabel('Dark').check()
  expect(await paper()).not.toBe(light)
  await page.reload()
  expect(await page.getByLabel('Dark').isChecked()).toBe(true)
  expect(await paper()).not.toBe(light)
})

describe('without JavaScript', () => {
  test('everything can be read and reached', async () => {
    await open('', { javaScriptEnabled: false })
    await page.locator('[data-search]').fill('weather')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.waitForURL('**/search/?q=weather')
    await page.getByRole('link', { name: 'the list from A to Z' }).click()
    await page.getByRole('link', { name: 'weather-mcp' }).click()
    expect(await page.locator('main').innerText()).toContain('ACME_TOKEN')
    await page.getByRole('link', { name: 'io.github.acme', exact: true }).click()
    expect(await page.locator('.rows .row').count()).toBe(2)
    await page.getByRole('link', { name: 'Docs' }).click()
    expect(await heading()).toBe('Documentation')
  })

  test('the skip link comes first and leads to the content', async () => {
    await open('browse/', { javaScriptEnabled: false })
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#main')
  })
})
