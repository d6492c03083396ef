import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBrowser } from '../browser/browser.ts'
import { writeFixture } from '../browser/fixture.ts'
import { budgetTable } from '../../scripts/site/budget-table.ts'
import { builtFiles, pagesOf, type BuiltFiles } from '../../scripts/site/built-files.ts'
import { checkBudgets, isOver } from '../../scripts/site/check-budgets.ts'
import { checkHtml } from '../../scripts/site/check-html.ts'
import { checkLinks } from '../../scripts/site/check-links.ts'
import { tagsOf } from '../../scripts/site/html-tags.ts'
import { policyProblems } from '../../scripts/site/page-policy.ts'
import { tellProblems } from '../../scripts/site/tell-problems.ts'
import { temporaryFolder } from '../support/git-repository.ts'
import { buildSite, SITE_URL } from '../support/site/build-site.ts'

const { origin, pathname: base } = new URL(SITE_URL)
let files: BuiltFiles

beforeAll(async () => {
  const folder = temporaryFolder()
  writeFixture(join(folder, 'root'))
  await buildSite(join(folder, 'root'), join(folder, 'dist'))
  files = builtFiles(join(folder, 'dist'))
}, 60_000)

afterAll(() => rmSync(files.folder, { recursive: true }))

test('every link inside the site leads somewhere, below a sub-path as well', () => {
  const { problems, links } = checkLinks(files, { url: SITE_URL, base })
  expect(tellProblems(problems)).toEqual([])
  expect(links).toBeGreaterThan(pagesOf(files).length * 10)
})

test('every page has the content security policy, and nothing that it forbids', () => {
  const problems = pagesOf(files).flatMap((file) =>
    policyProblems(files.read(file), origin).map((problem) => ({ file, problem })),
  )
  expect(tellProblems(problems)).toEqual([])
})

test('every page is valid HTML', async () => {
  expect(tellProblems(await checkHtml(files, pagesOf(files)))).toEqual([])
})

test('a first visit to any page stays within its budget', () => {
  const lines = checkBudgets(files, base)
  expect(lines.some(isOver), budgetTable(lines)).toBe(false)
})

test('the tags that the checks see are those that a browser sees', async () => {
  await using browser = await startBrowser()
  const page = await browser.newPage()
  const pages = pagesOf(files)
  const sources = pages.map((file) => files.read(file))
  const seen = await page.evaluate(
    (sources) =>
      sources.map((source) =>
        [...new DOMParser().parseFromString(source, 'text/html').querySelectorAll('*')].map((element) =>
          [...element.attributes].reduce(
            (tag, { name, value }) => `${tag} ${name.toLowerCase()}=${value}`,
            element.localName,
          ),
        ),
      ),
    sources,
  )
  // A browser adds the body of a table where nobody wrote it.
  const written = (tags: string[]): string[] => tags.filter((tag) => tag !== 'tbody')
  sources.forEach((source, index) => {
    const found = [...tagsOf(source)].map(({ name, attributes }) =>
      Object.entries(attributes).reduce((tag, [key, value]) => `${tag} ${key}=${value}`, name),
    )
    expect(found.length, pages[index]).toBeGreaterThan(20)
    expect(written(found), pages[index]).toEqual(written(seen[index]!))
  })
})
