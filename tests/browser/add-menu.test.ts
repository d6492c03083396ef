import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { withEachClient } from '../support/site/each-client.ts'
import { visit } from '../support/site/visit.ts'
import { useSite } from './use-site.ts'

const shared = useSite()
let page: Page
let button: Locator
let items: Locator
let link: Locator

async function open(name: string, options: BrowserContextOptions = {}): Promise<void> {
  const opened = await visit(shared.browser, `${shared.site.url}servers/${name}/`, options)
  page = opened.page
  page.on('pageerror', (error) => shared.complaints.push(error.message))
  shared.complaints.push(...opened.complaints)
  button = page.getByRole('button', { name: 'Add to a client' })
  items = page.locator('[popover] a')
  link = page.locator('header').getByRole('link', { name: 'Install' })
}

const told = (links: Locator) =>
  links.evaluateAll((all) => all.map((each) => [each.textContent, each.getAttribute('href')] as const))

/** What the block links to, client by client, as somebody sees it who goes through them. */
async function linksOfBlock(): Promise<(readonly [string, string | null])[]> {
  const found: (readonly [string, string | null])[] = []
  await withEachClient(page, async () => {
    const visible = page.locator('.steps a').filter({ visible: true, hasText: /^Add to / })
    found.push(...(await told(visible)))
  })
  return found
}

async function expectSameAsBlock(): Promise<void> {
  const ofBlock = await linksOfBlock()
  const named = ofBlock.map(([label, href]) => [label.replace('Add to ', ''), href])
  expect(await told(items)).toEqual([...named, ['Other clients', '#install']])
  expect(ofBlock.length).toBeGreaterThan(3)
}

const SECRET = 'sk-0123456789'

test('the menu has the links of the block, with what was typed but for secrets', async () => {
  await open('io.github.acme/weather-mcp')
  await expectSameAsBlock()
  const before = await told(items)
  await page.getByLabel('ACME_TOKEN').fill(SECRET)
  await page.getByLabel('ACME_REGION').selectOption('us')
  await expect.poll(() => told(items)).not.toEqual(before)
  await expectSameAsBlock()
  for (const [, href] of await told(items)) {
    expect(decodeURIComponent(href!)).not.toContain(SECRET)
    expect(href).not.toContain(Buffer.from(SECRET).toString('base64').slice(4, 12))
  }
})

test('the menu is about the way that is chosen, also where the page has no steps for it', async () => {
  await open('com.many/ways')
  await expectSameAsBlock()
  await page.getByRole('radio', { name: 'https://ways1' }).check()
  await expectSameAsBlock()
  await page.locator('.install').getByText('5 more').click()
  await page.getByRole('radio', { name: 'many-ways' }).check()
  await expect.poll(async () => decodeURIComponent((await told(items))[0]![1]!)).toContain('many-ways')
  await expectSameAsBlock()
})

test('where no client can be opened the control is a link to the block', async () => {
  await open('com.many/variables')
  await page.locator('.install').getByText('47 more').click()
  const folder = page.getByLabel('folder', { exact: true })
  expect(await button.isVisible()).toBe(true)
  await folder.fill('/longer-than-links-may-be'.repeat(100))
  await link.waitFor()
  expect(await button.isVisible()).toBe(false)
  await folder.fill('/short')
  await button.waitFor()
  expect(await link.count()).toBe(0)
})

test('the keyboard opens it, walks through it, and gets back by Esc', async () => {
  await open('io.github.acme/weather-mcp')
  const focused = () => page.evaluate(() => document.activeElement!.textContent)
  const list = page.locator('[popover]')
  await button.focus()
  for (const key of ['Enter', 'Space']) {
    await page.keyboard.press(key)
    expect(await list.isVisible()).toBe(true)
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe('VS Code')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Cursor')
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowUp')
    expect(await focused()).toBe('Other clients')
    await page.keyboard.press('Escape')
    expect(await list.isVisible()).toBe(false)
    expect(await button.evaluate((each) => each === document.activeElement)).toBe(true)
  }
})

test('other clients are in the block, and the menu is out of the way', async () => {
  await open('io.github.acme/weather-mcp')
  await button.click()
  await items.last().click()
  expect(new URL(page.url()).hash).toBe('#install')
  expect(await page.locator('[popover]').isVisible()).toBe(false)
  await button.click()
  await page.locator('h1').click({ position: { x: 1, y: 1 }, force: true })
  expect(await page.locator('[popover]').isVisible()).toBe(false)
})

test('without scripts it is a link to the block', async () => {
  await open('io.github.acme/weather-mcp', { javaScriptEnabled: false })
  await link.click()
  expect(new URL(page.url()).hash).toBe('#install')
  expect(await button.count()).toBe(0)
})

test('nobody is invited to add what is deprecated, gone, or not to be had', async () => {
  await open('io.github.acme/old-weather')
  expect(await link.isVisible()).toBe(true)
  expect(await button.count()).toBe(0)
  for (const name of ['com.removed/removed', 'com.hostile/page.html']) {
    await open(name)
    expect(await page.locator('[href="#install"]').count()).toBe(0)
  }
})

describe.each(['light', 'dark'] as const)('open, %s', (colorScheme) => {
  test.each([320, 1440])('%i pixels: it is below its button, and axe finds nothing', async (width) => {
    await open('io.github.acme/weather-mcp', { colorScheme, viewport: { width, height: 900 } })
    await button.click()
    const [above, panel] = [(await button.boundingBox())!, (await page.locator('[popover]').boundingBox())!]
    expect(panel.y - above.y - above.height).toBeCloseTo(4, 0)
    const [start, end] = [panel.x - above.x, panel.x + panel.width - above.x - above.width]
    expect(width === 320 ? start : end).toBeCloseTo(0, 0)
    expect(panel.x + panel.width).toBeLessThan(width)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  })
})
