import { afterAll, expect, test } from 'vitest'
import { visit } from '../support/site/visit.ts'
import { startBrowser } from './browser.ts'
import { startSite } from './site.ts'

const site = await startSite()
const browser = await startBrowser()
afterAll(async () => {
  await browser.close()
  await site.stop()
})

test('without scripts a person gets from the start page to a configuration that can be copied', async () => {
  await using opened = await visit(browser, site.url, { javaScriptEnabled: false })
  const { page, complaints } = opened
  await page.getByRole('navigation').getByRole('link', { name: 'Browse' }).click()
  await page.waitForURL('**/browse/')
  await page.getByRole('link', { name: 'weather-mcp' }).click()
  await page.waitForURL('**/servers/io.github.acme/weather-mcp/')
  const install = page.locator('.install')
  const shown = (await install.locator('pre code').filter({ visible: true }).allTextContents()).filter(
    (text) => text.includes('@acme/weather'),
  )
  expect(shown).not.toEqual([])
  expect(shown.some(isConfiguration)).toBe(true)
  expect(await install.locator('button').filter({ visible: true }).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('without scripts every client has its steps, one at a time', async () => {
  await using opened = await visit(browser, `${site.url}servers/io.github.acme/weather-mcp/`, {
    javaScriptEnabled: false,
  })
  const { page, complaints } = opened
  const clients = page.getByRole('group', { name: 'Client', exact: true }).getByRole('radio')
  expect(await clients.count()).toBeGreaterThan(3)
  const steps = () => page.locator('.install .steps').filter({ visible: true }).first().innerText()
  const seen = new Set<string>()
  for (const client of await clients.all()) {
    await client.check()
    seen.add(await steps())
  }
  expect(seen.size).toBe(await clients.count())
  expect(complaints).toEqual([])
})

function isConfiguration(text: string): boolean {
  try {
    const parsed = JSON.parse(text) as Record<string, unknown>
    return 'servers' in parsed || 'mcpServers' in parsed
  } catch {
    return false
  }
}
