import { afterAll, describe, expect, test } from 'vitest'
import { builtFiles, pagesOf } from '../../scripts/site/built-files.ts'
import { byRoute } from '../../scripts/site/route-of.ts'
import { ROUTES, templatesOf } from '../support/site/templates.ts'
import { visit } from '../support/site/visit.ts'
import { startBrowser } from './browser.ts'
import { startSite } from './site.ts'

const site = await startSite()
const browser = await startBrowser()
afterAll(async () => {
  await browser.close()
  await site.stop()
})

const TELEPHONE = { width: 320, height: 640 }

/** The same, a desktop at 400 %, a tablet, a desktop. */
const WINDOWS = [
  [TELEPHONE.width, TELEPHONE.height],
  [320, 256],
  [768, 1024],
  [1440, 900],
] as const

const TEMPLATES = templatesOf(site.folder)

test('the site has every page that it was designed with', () => {
  const routes = [...byRoute(pagesOf(builtFiles(site.folder))).keys()]
  expect(routes).toEqual(expect.arrayContaining([...ROUTES]))
})

describe.each(TEMPLATES)('$name', ({ path }) => {
  test('fits every window, and needs neither colours nor motion', async () => {
    await using opened = await visit(browser, site.url + path, { viewport: TELEPHONE })
    const { page, complaints } = opened
    for (const [width, height] of WINDOWS) {
      await page.setViewportSize({ width, height })
      const content = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(content, `${width} pixels`).toBeLessThanOrEqual(width)
    }
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    )
    expect(moving).toBe(0)
    expect(complaints).toEqual([])
  })

  test('is there without scripts: one title, one main part, a language', async () => {
    await using opened = await visit(browser, site.url + path, { javaScriptEnabled: false })
    const { page, complaints } = opened
    expect(await page.locator('h1').count()).toBe(1)
    expect((await page.locator('h1').innerText()).trim()).not.toBe('')
    expect(await page.locator('main').count()).toBe(1)
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(40)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(complaints).toEqual([])
  })
})
