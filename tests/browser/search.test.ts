import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser } from './browser.ts'
import { FLOOD, OTHERS, writeSearchFixture } from './search-fixture.ts'
import type { Site } from './served-site.ts'
import { startSite } from './site.ts'

let site: Site
let browser: Browser
let page: Page

beforeAll(async () => {
  site = await startSite(writeSearchFixture)
  browser = await startBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

afterEach(() => page.context().close())

async function open(path: string, options: BrowserContextOptions = {}): Promise<void> {
  const calm = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const
  page = await (await browser.newContext({ ...calm, ...options })).newPage()
  await page.goto(site.url + path)
}

const field = () => page.getByRole('combobox', { name: 'Search servers' })
const options = () => page.getByRole('option')
const names = () => page.locator('#results > .rows > .row .name').allInnerTexts()
const status = () => page.locator('#results [data-part=status]').innerText()
const address = () => decodeURIComponent(new URL(page.url()).search)

async function violations(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

describe('the list below the field', () => {
  test('opens at the second letter, and the focus stays in the field', async () => {
    await open('')
    await field().pressSequentially('w')
    expect(await options().count()).toBe(0)
    await field().pressSequentially('ea')
    await options().first().waitFor()
    expect(await options().first().innerText()).toMatch(/io\.github\.acme\/weather-mcp/)
    expect(await options().first().getAttribute('href')).toBe(
      '/registry/servers/io.github.acme/weather-mcp/'.replace(/^/, new URL(site.url).origin),
    )
    expect(await field().getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    expect(await field().getAttribute('aria-activedescendant')).toBe(
      await options().first().getAttribute('id'),
    )
    expect(await options().first().getAttribute('aria-selected')).toBe('true')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
    expect(await violations()).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL('**/servers/io.github.acme/weather-mcp/')
  })

  test('Esc closes it, and then clears the field', async () => {
    await open('')
    await field().pressSequentially('weather')
    await options().first().waitFor()
    await page.keyboard.press('Escape')
    expect(await options().count()).toBe(0)
    expect(await field().inputValue()).toBe('weather')
    await page.keyboard.press('Escape')
    expect(await field().inputValue()).toBe('')
  })

  test('Enter without a choice searches; with Ctrl a choice opens in a new tab', async () => {
    await open('')
    await field().pressSequentially('weather')
    await options().first().waitFor()
    await page.keyboard.press('ArrowDown')
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('Control+Enter'),
    ])
    await tab.waitForURL('**/servers/io.github.acme/weather-mcp/')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search/?q=weather')
  })

  test('shows no more than eight, and three of one publisher first', async () => {
    await open('')
    await field().pressSequentially('lantern')
    await options().first().waitFor()
    expect(await options().count()).toBe(8)
    const texts = await options().allInnerTexts()
    expect(texts[0]).toMatch(/^com\.lantern\/mcp/)
    expect(texts.filter((text) => text.startsWith('io.github.bulk')).length).toBeLessThanOrEqual(3)
  })

  test('a late answer does not open it again', async () => {
    await open('')
    await page.route('**/_s/we.json', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await route.continue()
    })
    const [asked] = await Promise.all([page.waitForRequest('**/_s/we.json'), field().pressSequentially('we')])
    await field().fill('')
    await asked.response()
    await page.waitForTimeout(100)
    expect(await options().count()).toBe(0)
  })
})

describe('the search page', () => {
  test('folds what one publisher has too much of', async () => {
    await open('search/?q=lantern')
    await page.locator('#results .row').first().waitFor()
    expect((await names())[0]).toBe('com.lantern/mcp')
    expect(await status()).toBe(`${FLOOD + OTHERS + 1} servers`)
    expect((await names()).filter((name) => name.startsWith('io.github.bulk/'))).toHaveLength(3)
    await page.getByText(`${FLOOD - 3} more from io.github.bulk`).click()
    expect(await page.locator('.fold .row').count()).toBe(FLOOD - 3)
    expect(
      await page.locator('.fold').getByRole('link', { name: 'All servers of' }).getAttribute('href'),
    ).toMatch(/\/registry\/servers\/io\.github\.bulk\/$/)
    expect(await violations()).toEqual([])
  })

  test('pages are addresses, and Back leads back', async () => {
    await open('search/?q=lantern')
    await page.locator('#results .row').first().waitFor()
    const first = await names()
    expect(first).toHaveLength(20)
    await page.keyboard.press(']')
    await expect.poll(address).toBe('?q=lantern&page=2')
    await expect.poll(names).toHaveLength(OTHERS + 1 + 3 - 20)
    expect((await names()).filter((name) => first.includes(name))).toEqual([])
    await page.goBack()
    await expect.poll(names).toEqual(first)
    await page.getByRole('link', { name: 'Page 2' }).click()
    await page.reload()
    await expect.poll(names).toHaveLength(OTHERS + 1 + 3 - 20)
  })

  test('filters stand in the address, as chips, and count what they would give', async () => {
    await open('search/?q=lantern')
    const npm = page.getByRole('checkbox', { name: /^npm/ })
    const count = (name: string) => page.locator(`.filters label:has([value=${name}]) .count`).innerText()
    await expect.poll(() => count('npm')).toBe(String(FLOOD + 1))
    expect(await count('remote')).toBe('0')
    expect(await page.getByRole('checkbox', { name: /^remote/ }).isDisabled()).toBe(true)
    await npm.check()
    await expect.poll(status).toBe(`${FLOOD + 1} servers, 1 filter`)
    expect(address()).toBe('?q=lantern&type=npm')
    await expect.poll(() => count('pypi')).toBe(String(OTHERS))
    await page.getByRole('link', { name: 'Remove the filter npm' }).click()
    await expect.poll(status).toBe(`${FLOOD + OTHERS + 1} servers`)
    expect(await npm.isChecked()).toBe(false)
    await page.goBack()
    await expect.poll(status).toBe(`${FLOOD + 1} servers, 1 filter`)
    expect(await npm.isChecked()).toBe(true)
  })

  test('the owner and the status are filters by what is not the rule', async () => {
    await open('search/?q=weather&status=deprecated')
    await expect.poll(names).toEqual(['io.github.acme/old-weather'])
    await page.getByRole('checkbox', { name: /^active/ }).check()
    await expect.poll(names).toHaveLength(2)
    await page.getByRole('checkbox', { name: /^deprecated/ }).uncheck()
    await expect.poll(names).toEqual(['io.github.acme/weather-mcp'])
    await page.goto(`${site.url}search/?q=weather&trust=unproven`)
    await expect.poll(names).toHaveLength(2)
    await page.goto(`${site.url}search/?q=weather&trust=proved`)
    await page.getByText('Nothing matches “weather”.').first().waitFor()
    expect(await page.getByRole('link', { name: 'Without “owner proved”' }).count()).toBe(1)
    expect(await page.locator('.ways-on').innerText()).toContain('Without “owner proved”: 2')
  })

  test('a slip is corrected by a link, and what nobody has can be asked for', async () => {
    await open('search/?q=wether')
    await page.getByText('Nothing matches “wether”.').first().waitFor()
    await page.getByRole('link', { name: 'weather' }).click()
    await expect.poll(address).toBe('?q=weather')
    await expect.poll(names).toHaveLength(2)
    await page.goto(`${site.url}search/?q=zeppelin`)
    const ask = page.getByRole('link', { name: 'Ask for it' })
    expect(await ask.getAttribute('href')).toBe(
      'https://github.com/acme/registry/issues/new?title=Server%20wanted%3A%20zeppelin',
    )
    expect(await violations()).toEqual([])
  })

  test('sorts by the last change, and remembers it in the address', async () => {
    await open('search/?q=lantern&type=pypi')
    await page.getByRole('link', { name: 'Updated' }).click()
    await expect.poll(address).toBe('?q=lantern&type=pypi&sort=updated')
    await expect.poll(status).toBe(`${OTHERS} servers, 1 filter`)
    const current = page.locator('[data-part=sort] [aria-current]')
    await expect.poll(() => current.innerText()).toBe('Updated')
  })

  test('typing replaces an entry of the history, Enter makes one', async () => {
    await open('search/?q=weather')
    await page.locator('#results .row').first().waitFor()
    const before = await page.evaluate(() => history.length)
    await field().fill('lantern')
    await expect.poll(address).toBe('?q=lantern')
    expect(await page.evaluate(() => history.length)).toBe(before)
    await field().press('Enter')
    expect(await page.evaluate(() => history.length)).toBe(before + 1)
    await page.goBack()
    await expect.poll(address).toBe('?q=weather')
    await expect.poll(() => field().inputValue()).toBe('weather')
  })

  test('what says nothing is answered with a sentence and the list', async () => {
    await open('search/?q=mcp+server')
    await expect.poll(status).toBe('Nearly every server says that. Add a word that tells them apart.')
    expect(await page.getByRole('link', { name: 'Browse from A to Z' }).count()).toBe(1)
    await field().fill('x')
    await expect.poll(status).toBe('One letter is too little to search for.')
  })

  test('what goes wrong is said, and can be tried again', async () => {
    await open('')
    await page.route('**/pagefind/**', (route) => route.abort())
    await page.goto(`${site.url}search/?q=weather`)
    await page.getByText('The search could not be loaded.').first().waitFor()
    expect(await page.getByRole('link', { name: 'Browse from A to Z' }).count()).toBe(1)
    await page.unroute('**/pagefind/**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(names).toHaveLength(2)
  })
})

describe('without JavaScript', () => {
  test('the page says what searches instead', async () => {
    await open('search/?q=weather', { javaScriptEnabled: false })
    const main = page.locator('main')
    expect(await main.getByRole('link', { name: 'the list from A to Z' }).getAttribute('href')).toBe(
      '/registry/browse/',
    )
    expect(await main.getByRole('link', { name: /searches the files/ }).getAttribute('href')).toBe(
      'https://github.com/search?type=code&q=repo%3Aacme%2Fregistry%20path%3Aserver.json',
    )
  })
})

describe('an address that leads nowhere', () => {
  test('shows the nearest names, and a field that says what was meant', async () => {
    await open('servers/io.github.acme/wether/')
    await page.getByRole('heading', { name: 'Nearest names' }).waitFor()
    expect(await page.locator('[data-nearest] a').first().innerText()).toBe('io.github.acme/weather-mcp')
    expect(await field().inputValue()).toBe('acme wether')
    expect(await violations()).toEqual([])
  })
})
