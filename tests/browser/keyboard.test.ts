import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { walkByTab } from '../support/site/focus-walk.ts'
import { templatesOf } from '../support/site/templates.ts'
import { visit } from '../support/site/visit.ts'
import { startBrowser } from './browser.ts'
import { startSite } from './site.ts'

const site = await startSite()
const browser = await startBrowser()
afterAll(async () => {
  await browser.close()
  await site.stop()
})

const SERVER = 'servers/io.github.acme/weather-mcp/'
const focusOf = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '')

describe.each(templatesOf(site.folder))('$name', ({ path }) => {
  test('Tab goes through the page in reading order, and can be seen at every stop', async () => {
    await using opened = await visit(browser, site.url + path)
    // A page that is about its field begins there.
    const isInField = await opened.page.evaluate(() => document.activeElement instanceof HTMLInputElement)
    const stops = await walkByTab(opened.page)
    if (!isInField) expect(stops[0]?.what).toContain('Skip to the content')
    expect(stops.length).toBeGreaterThan(5)
    expect(stops.filter(({ fault }) => fault)).toEqual([])
    const places = stops.map(({ place }) => place)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(opened.complaints).toEqual([])
  }, 60_000)
})

test('the search is one field: / goes there, arrows choose, Enter opens, Esc closes and clears', async () => {
  await using opened = await visit(browser, site.url)
  const { page } = opened
  const field = page.locator('[data-search]').first()
  const options = page.getByRole('option')
  const chosen = page.getByRole('option', { selected: true })
  await page.keyboard.press('/')
  expect(await focusOf(page)).toBe(await field.getAttribute('id'))
  expect(await field.inputValue()).toBe('')
  await page.keyboard.type('weat')
  await options.first().waitFor()
  expect(await field.getAttribute('role')).toBe('combobox')
  expect(await field.getAttribute('aria-expanded')).toBe('true')
  expect(await page.locator(`#${await field.getAttribute('aria-controls')}`).getAttribute('role')).toBe(
    'listbox',
  )

  await page.keyboard.press('ArrowDown')
  expect(await chosen.count()).toBe(1)
  expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
  expect(await focusOf(page)).toBe(await field.getAttribute('id'))

  await page.keyboard.press('Escape')
  expect(await options.count()).toBe(0)
  expect(await field.inputValue()).toBe('weat')
  await page.keyboard.press('Escape')
  expect(await field.inputValue()).toBe('')

  await page.keyboard.type('weather-mcp')
  await options.first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/${SERVER}`)
  expect(opened.complaints).toEqual([])
})

test('? lists the keys, Esc closes the list, and the focus is where it was', async () => {
  await using opened = await visit(browser, site.url)
  const { page } = opened
  await page.locator('.brand').focus()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog')
  expect(await dialog.innerText()).toContain('Search')
  await page.keyboard.press('Escape')
  await expect.poll(() => dialog.count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('brand')
})

test('? held shows each key beside what it stands for, and moves nothing', async () => {
  await using opened = await visit(browser, site.url + SERVER)
  const { page } = opened
  const labels = () =>
    page
      .locator('[data-key]')
      .evaluateAll((all) => all.map((target) => getComputedStyle(target, '::after').content))
  const places = () =>
    page
      .locator('a, button')
      .evaluateAll((all) => all.map((each) => JSON.stringify(each.getBoundingClientRect())))
  const [dark, before] = [await labels(), await places()]
  expect(new Set(dark)).toEqual(new Set(['none']))
  const keys = await page
    .locator('[data-key]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('data-key')))
  expect(keys).toEqual(expect.arrayContaining(['c', 'd', 'j', '.']))

  await page.keyboard.down('?')
  await expect.poll(labels).toEqual(keys.map((key) => `"${key}" / ""`))
  expect(await places()).toEqual(before)
  await page.keyboard.down('?')
  await page.keyboard.up('?')
  expect(await labels()).toEqual(dark)
  expect(await page.getByRole('dialog').count()).toBe(0)

  await page.keyboard.down('?')
  await expect.poll(labels).not.toEqual(dark)
  await page.evaluate(() => dispatchEvent(new Event('blur')))
  expect(await labels()).toEqual(dark)
  await page.keyboard.up('?')
  expect(await page.getByRole('dialog').count()).toBe(0)

  await page.keyboard.press('?')
  await page.getByRole('dialog').getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.down('?')
  await page.waitForTimeout(600)
  expect(await labels()).toEqual(dark)
  expect(opened.complaints).toEqual([])
})

test('single keys do nothing while somebody types, and nothing at all once they are off', async () => {
  await using opened = await visit(browser, site.url)
  const { page } = opened
  await page.locator('[data-search]').first().focus()
  await page.keyboard.type('?/gb')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.locator('[data-search]').first().inputValue()).toBe('?/gb')

  await page.locator('.brand').focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.keyboard.press('/')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('INPUT')
})

test('a client is chosen by arrows, and its configuration is copied by Enter and by c', async () => {
  await using opened = await visit(browser, site.url + SERVER, {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const { page } = opened
  const clients = page.getByRole('group', { name: 'Client', exact: true }).getByRole('radio')
  await clients.first().focus()
  await page.keyboard.press('ArrowRight')
  expect(await clients.nth(1).isChecked()).toBe(true)

  const copy = page.locator('.install button.copy').filter({ visible: true }).first()
  await copy.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => copy.innerText()).toBe('Copied')
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  expect(await copied()).toContain('weather')
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await clients.nth(1).focus()
  await page.keyboard.press('c')
  await expect.poll(copied).toContain('weather')
  expect(opened.complaints).toEqual([])
})
