import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { visit } from '../support/site/visit.ts'
import { useSite } from './use-site.ts'

const shared = useSite()

/** The scripts that a page has asked for ahead. */
function announcedIn(page: Page): Promise<string[]> {
  const links = page.locator('link[rel=modulepreload]')
  return links.evaluateAll((found) => found.map((link) => (link as HTMLLinkElement).href))
}

test('scripts that are loaded when they are wanted come together, each of them once', async () => {
  const opened = await visit(shared.browser, `${shared.site.url}servers/io.github.acme/weather-mcp/`)
  const { page, complaints } = opened
  const scripts: string[] = []
  page.on('request', (request) => request.url().endsWith('.js') && scripts.push(request.url()))
  await page.getByLabel('ACME_REGION').selectOption('us')
  await expect.poll(() => page.locator('.steps.live').innerText()).toContain('us')

  const announced = await announcedIn(page)
  expect(announced.length).toBeGreaterThan(1)
  expect(scripts.toSorted()).toEqual([...new Set([...announced, ...scripts])].toSorted())
  // The search page asks for the same script at every slip.
  await page.goto(`${shared.site.url}search/?q=qqzz`)
  await page.getByText('Nothing matches “qqzz”.').first().waitFor()
  await page.locator('[data-search]').fill('qqzzx')
  await page.getByText('Nothing matches “qqzzx”.').first().waitFor()
  const asked = await announcedIn(page)
  expect(asked.length).toBeGreaterThan(0)
  expect(asked).toEqual([...new Set(asked)])
  expect(complaints).toEqual([])
})
