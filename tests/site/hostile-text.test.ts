import { join } from 'node:path'
import { micromark } from 'micromark'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtFiles, type BuiltFiles } from '../../scripts/site/built-files.ts'
import { policyProblems } from '../../scripts/site/page-policy.ts'
import { serveBuild } from '../../scripts/site/serve-build.ts'
import { startBrowser } from '../browser/browser.ts'
import { temporaryFolder } from '../support/git-repository.ts'
import { buildSite, SITE_URL } from '../support/site/build-site.ts'
import { TEXTS } from '../support/site/hostile-payloads.ts'
import { hostileRepository, SERVERS, type Mood } from '../support/site/hostile-registry.ts'
import { visit } from '../support/site/visit.ts'
import { skeletonsOf, type Markup } from '../support/site/skeleton.ts'

let hostile: BuiltFiles
let strange: BuiltFiles
let plain: BuiltFiles
let browser: Browser
let page: Page

beforeAll(async () => {
  const folder = temporaryFolder()
  const build = async (mood: Mood): Promise<BuiltFiles> => {
    await buildSite(hostileRepository(mood), join(folder, mood))
    return builtFiles(join(folder, mood))
  }
  hostile = await build('hostile')
  strange = await build('strange')
  plain = await build('plain')
  browser = await startBrowser()
  page = await browser.newPage()
}, 180_000)

afterAll(() => browser?.close())

/** Files for people and programs besides the API, whose paths hold versions. */
const isText = (path: string, end: RegExp): boolean =>
  end.test(path) && !/^(v0(\.1)?|r|pagefind)\//.test(path)
const texts = (end: RegExp): string[] => hostile.paths.filter((path) => isText(path, end))

const whole = /\.(html|xml|svg|md|txt)$|^_headers$/

test('hostile text adds no file', () => {
  const pages = texts(whole)
  for (const harmless of [strange, plain])
    expect(pages).toEqual(harmless.paths.filter((path) => isText(path, whole)))
  expect(texts(/^servers\/[^/]+\/server\/index\.html$/)).toHaveLength(SERVERS)
})

test.each<[string, RegExp, Markup, (text: string) => string]>([
  ['pages', /\.html$/, 'text/html', (text) => text],
  ['feeds, sitemaps and images', /\.(xml|svg)$/, 'application/xml', (text) => text],
  ['Markdown', /\.md$|^llms\.txt$/, 'text/html', (text) => micromark(text, { allowDangerousHtml: true })],
])('%s have no element, attribute, script or link more for it', async (_, end, markup, read) => {
  const paths = texts(end)
  expect(paths.length).toBeGreaterThan(0)
  const skeletons = (files: BuiltFiles) =>
    skeletonsOf(
      page,
      paths.map((path) => read(files.read(path))),
      markup,
    )
  const [found, likeStrange, likePlain] = [
    await skeletons(hostile),
    await skeletons(strange),
    await skeletons(plain),
  ]
  const allowed = new Set([...likeStrange, ...likePlain].flatMap(({ kinds }) => [...kinds]))
  const more = paths.flatMap((path, index) =>
    [...found[index]!.kinds].filter((kind) => !allowed.has(kind)).map((kind) => `${path}: ${kind}`),
  )
  expect(more).toEqual([])
  const active = (list: typeof found) => list.map((skeleton, index) => [paths[index], skeleton.active])
  expect(active(found)).toEqual(active(likeStrange))
})

test('what scripts make of it is text as well', async () => {
  await using served = await serveBuild(hostile.folder, { ...process.env, REGISTRY_URL: SITE_URL })
  const names = TEXTS.map((_, index) => `io.github.fuzz${index}/server`)
  const paths = [
    ...['alert', 'evil', 'https://', '<script>'].map((query) => `search/?q=${encodeURIComponent(query)}`),
    ...names.map((_, index) => `compare/?s=${names.slice(index, index + 3).join(',')}`),
    ...names.map((name) => `version/?server=${name}&version=1.0.0`),
    ...names.map((name) => `servers/${name}/versions/?from=1.0.0&to=1.1.0`),
    ...names.map((name) => `servers/${name}/?filled`),
  ]
  for (const path of paths) {
    await using opened = await visit(browser, served.url + path)
    expect(await opened.page.evaluate(findMarkup), path).toEqual([])
    expect(opened.complaints, path).toEqual([])
    if (path === 'search/?q=alert')
      expect(await opened.page.locator('#results .row').count()).toBeGreaterThan(3)
  }
}, 180_000)

/** Runs in the browser: what nobody but a publisher could have put into the page. */
function findMarkup(): string[] {
  const bad =
    'script:not([src]):not(head > script), style, iframe, object, embed, base, main img, main link, [style], [href^=javascript]'
  const handled = [...document.querySelectorAll('*')].filter(({ attributes }) =>
    [...attributes].some(({ name }) => name.startsWith('on')),
  )
  return [...document.querySelectorAll(bad), ...handled].map((element) => element.outerHTML.slice(0, 200))
}

test('texts for programs have no line more for it', () => {
  const paths = texts(/^(?!_s\/).*\.txt$|^_headers$/).filter((path) => path !== 'llms.txt')
  expect(paths).toContain('robots.txt')
  for (const path of paths) expect(hostile.read(path), path).toBe(plain.read(path))
})

test('nothing turns the direction of text, hides, or moves a terminal', () => {
  const bad = /[\u202a-\u202e\u2066-\u2069\u200b\ufeff\u001b\u0007\u{e0041}]/u
  expect(texts(whole).filter((path) => bad.test(hostile.read(path)))).toEqual([])
})

test('every page keeps to its policy', () => {
  const { origin } = new URL(SITE_URL)
  const problems = texts(/\.html$/).flatMap((path) =>
    policyProblems(hostile.read(path), origin).map((problem) => `${path}: ${problem}`),
  )
  expect(problems).toEqual([])
})

test('every JSON document can be read, and the API is no markup to anybody', () => {
  const isApi = (path: string): boolean => /^v0(\.1)?\//.test(path)
  const documents = hostile.paths.filter((path) => isApi(path) || path.endsWith('.json'))
  expect(documents.length).toBeGreaterThan(SERVERS)
  for (const path of documents) {
    const text = hostile.read(path)
    // Files without an extension may be taken for HTML.
    if (isApi(path)) expect(text, path).not.toMatch(/[<>]/)
    expect(() => JSON.parse(text) as unknown, path).not.toThrow()
  }
})
