import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { CLIENTS } from '../../src/site/install/clients/index.ts'
import { withEachClient } from '../support/site/each-client.ts'
import { visit, type Visit } from '../support/site/visit.ts'
import { startBrowser } from './browser.ts'
import { startSite } from './site.ts'

const site = await startSite()
const browser = await startBrowser()
let opened: Visit
let page: Page

afterAll(async () => {
  await browser.close()
  await site.stop()
})

afterEach(async () => {
  await opened[Symbol.asyncDispose]()
  expect(opened.complaints).toEqual([])
})

async function open(name: string, options: BrowserContextOptions = {}): Promise<Locator> {
  opened = await visit(browser, `${site.url}servers/${name}/`, options)
  page = opened.page
  return page.locator('.install')
}

const SECRET = 'sk-0123456789'

/** Everything that the page tells a person to copy, and every address that it links to. */
async function shown(install: Locator): Promise<{ text: string; links: string[] }> {
  const code = await install.locator('.steps pre:visible').allTextContents()
  const links = await install
    .locator('.steps a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')!))
  return { text: code.join('\n'), links }
}

const choose = (label: string): Promise<void> => page.getByRole('radio', { name: label, exact: true }).check()

test('what a person types is filled in, and goes nowhere else', async () => {
  const requests: string[] = []
  const install = await open('io.github.acme/weather-mcp')
  page.on('request', (request) => requests.push(request.url() + (request.postData() ?? '')))
  await choose('Cursor')
  await install.getByLabel('ACME_REGION').selectOption('us')
  await install.getByLabel('ACME_TOKEN').fill(SECRET)
  await expect.poll(async () => (await shown(install)).text).toContain('"ACME_REGION": "us"')

  await withEachClient(page, async (id) => {
    const { links } = await shown(install)
    for (const link of links) {
      expect(decodeURIComponent(link), id).not.toContain(SECRET)
      expect(link, id).not.toContain(Buffer.from(SECRET).toString('base64').slice(4, 12))
    }
  })
  await choose('VS Code')
  await expect.poll(async () => (await shown(install)).text).toMatch(/\$\{input:[^}]+\}/)
  expect((await shown(install)).text).not.toContain(SECRET)

  const kept = await page.evaluate(() =>
    JSON.stringify([location.href, localStorage, sessionStorage, document.cookie]),
  )
  expect(kept).not.toContain(SECRET)
  expect(requests.filter((url) => url.includes(SECRET))).toEqual([])
})

test('a secret is masked until its button is pressed', async () => {
  const install = await open('io.github.acme/weather-mcp')
  const token = install.getByLabel('ACME_TOKEN')
  expect(await token.getAttribute('type')).toBe('password')
  await install.getByRole('button', { name: 'Show' }).click()
  expect(await token.getAttribute('type')).toBe('text')
  await install.getByRole('button', { name: 'Hide' }).click()
  expect(await token.getAttribute('type')).toBe('password')
})

test('a text is copied as it is, and the button says so', async () => {
  const install = await open('io.github.acme/weather-mcp', {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const figure = install.locator('.steps figure:visible').first()
  await figure.getByRole('button', { name: 'Copy' }).click()
  await figure.getByRole('button', { name: 'Copied' }).waitFor()
  expect(await install.getByRole('status').innerText()).toBe('Copied')
  const text = await figure.locator('pre code').textContent()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
})

test('the client is remembered, and nothing else', async () => {
  await open('io.github.acme/weather-mcp')
  await choose('Other')
  await choose('Zed')
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ client: 'zed' })
  await page.goto(`${site.url}servers/com.many/ways/`)
  expect(await page.getByRole('radio', { name: 'Zed', exact: true }).isChecked()).toBe(true)
  expect(await page.locator('.c-zed:visible').count()).toBeGreaterThan(0)
})

test('every option can be chosen, also those whose steps the page does not have', async () => {
  const install = await open('com.many/ways')
  expect((await shown(install)).text).toContain('https://ways0.many.example/mcp')
  await install.getByText('5 more').click()
  await page.getByRole('radio', { name: 'many-ways', exact: false }).check()
  await expect.poll(async () => (await shown(install)).text).toContain('many-ways@2.0.0')
  await page.getByRole('radio', { name: 'https://ways1' }).check()
  await expect.poll(async () => (await shown(install)).text).toContain('https://ways1.many.example/mcp')
  expect(await install.locator('.option:visible').count()).toBe(1)
})

test('of fifty-two variables the required one stands first, and the others can be filled in', async () => {
  const install = await open('com.many/variables')
  expect(await install.locator('.inputs label').first().innerText()).toBe('MANY_51')
  expect(await install.locator('.inputs label:visible').count()).toBe(6)
  await install.getByText('47 more').click()
  await install.getByLabel('MANY_40').fill('forty')
  const folder = install.getByLabel('folder', { exact: true })
  await folder.fill('/one')
  await folder.locator('..').getByRole('button', { name: 'Add another' }).click()
  await page.keyboard.type('/two')
  await expect.poll(async () => (await shown(install)).text).toMatch(/"\/one",\s+"\/two"/)
  expect((await shown(install)).text).toContain('"MANY_40": "forty"')
})

test('a page that shows only the beginning of a server.json says so when the rest cannot be had', async () => {
  const install = await open('com.many/variables')
  await page.route('**/v0.1/**', (route) => route.abort())
  await install.getByLabel('MANY_51').fill('last')
  await expect.poll(() => install.getByRole('status').innerText()).toContain('could not be filled in')
  expect((await shown(install)).text).not.toContain('last')
  await page.unroute('**/v0.1/**')
  await install.getByLabel('MANY_51').fill('the last')
  await expect.poll(async () => (await shown(install)).text).toContain('the last')
  expect(opened.complaints.splice(0)).not.toEqual([])
})

test('values that want to be markup stay text', async () => {
  const install = await open('com.hostile-values/install')
  const value = `</code><script>alert(1)</script><img src=x onerror=alert(1)>"'`
  await install.getByLabel('ALSO').fill(value)
  await expect.poll(async () => (await shown(install)).text).toContain(JSON.stringify(value))
  expect(await install.locator('script, img, [onerror], [onfocus]').count()).toBe(0)
  expect(await install.locator('select option').count()).toBe(2)
})

test('the keyboard is enough', async () => {
  const install = await open('io.github.acme/weather-mcp', {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await install.getByLabel('ACME_TOKEN').focus()
  await page.keyboard.type(SECRET)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('radio', { name: 'Cursor', exact: true }).isChecked()).toBe(true)
  await expect.poll(async () => (await shown(install)).text).toContain('"ACME_REGION": "us"')
  for (let steps = 0; steps < 6; steps++) {
    await page.keyboard.press('Tab')
    if ((await page.locator(':focus').innerText()) === 'Copy') break
  }
  await page.keyboard.press('Enter')
  await install.getByRole('button', { name: 'Copied' }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('weather')
})

test('on Windows, and for Windows, programs are started as they have to be there', async () => {
  const userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/153.0'
  const install = await open('io.github.acme/weather-mcp', { userAgent })
  await choose('Claude Desktop')
  await expect.poll(async () => (await shown(install)).text).toContain('"cmd"')
  await install.getByLabel('For Windows').uncheck()
  await expect.poll(async () => (await shown(install)).text).not.toContain('"cmd"')
})

test('a deprecated server is installed only by those who ask for it', async () => {
  const install = await open('io.github.acme/old-weather')
  expect(await install.locator('.clients').first().isVisible()).toBe(false)
  await install.locator('summary').first().click()
  expect((await shown(install)).text).toContain('https://old.acme.example/sse')
})

test('a removed server is not installed', async () => {
  expect(await (await open('com.removed/removed')).count()).toBe(0)
})

describe('without JavaScript', () => {
  test('every client can be chosen, and there are no controls that do nothing', async () => {
    const install = await open('io.github.acme/weather-mcp', { javaScriptEnabled: false })
    expect(
      await install.locator(':is(input, select):not([type=radio]):visible, button:visible').count(),
    ).toBe(0)
    expect(await install.innerText()).toContain('eu, us')
    for (const { id, label } of CLIENTS) {
      const isFirst = await page.getByRole('radio', { name: label, exact: true }).isVisible()
      if (!isFirst) await choose('Other')
      await choose(label)
      const parts = await install
        .locator('.steps > div:visible')
        .evaluateAll((all) => all.map((part) => part.className))
      expect(parts.length, id).toBeGreaterThan(0)
      for (const part of parts) expect(part.split(' '), id).toContain(`c-${id}`)
    }
  })

  test('each option says what it is', async () => {
    const install = await open('com.many/ways', { javaScriptEnabled: false })
    await install.getByText('5 more').click()
    await page.getByRole('radio', { name: 'many-ways' }).check()
    const option = install.locator('.option:visible')
    expect(await option.innerText()).toContain('many-ways@2.0.0')
    expect(await install.locator('.steps > div:visible').count()).toBe(0)
  })
})
