import { expect, test } from 'vitest'
import { visit } from '../support/site/visit.ts'
import { useSite } from './use-site.ts'

const shared = useSite()

test('scripts that are loaded when they are wanted come together, each of them once', async () => {
  const opened = await visit(shared.browser, `${shared.site.url}servers/io.github.acme/weather-mcp/`)
  const { page, complaints } = opened
  const scripts: string[] = []
  page.on('request', (request) => request.url().endsWith('.js') && scripts.push(request.url()))
  await page.getByLabel('ACME_REGION').selectOption('us')
  await expect.poll(() => page.locator('.steps.live').innerText()).toContain('us')

  const announced = await page
    .locator('link[rel=modulepreload]')
    .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href))
  expect(announced.length).toBeGreaterThan(1)
  expect(scripts.toSorted()).toEqual([...new Set([...announced, ...scripts])].toSorted())
  expect(complaints).toEqual([])
})
