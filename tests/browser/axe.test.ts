import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, expect, test } from 'vitest'
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

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const THEMES = ['light', 'dark'] as const
const CASES = templatesOf(site.folder).flatMap((template) =>
  THEMES.map((colorScheme) => ({ ...template, colorScheme })),
)

test.each(CASES)('axe finds nothing: $name, $colorScheme', async ({ path, colorScheme }) => {
  await using opened = await visit(browser, site.url + path, { colorScheme })
  const { violations } = await new AxeBuilder({ page: opened.page }).withTags(TAGS).analyze()
  const told = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  expect(told).toEqual([])
})
