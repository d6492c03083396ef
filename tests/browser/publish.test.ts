import { AxeBuilder } from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
import npmRegistryFetch from 'npm-registry-fetch'
import type { BrowserContextOptions, Page, Route } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { ServerJson } from '../../src/model/server-json.ts'
import { useSite } from './use-site.ts'

const shared = useSite()
const { complaints } = shared
let page: Page
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const npm = npmRegistryFetch.pickRegistry('any', {})

/** Nothing but the site answers unless a test says so, and whatever else is asked is a complaint. */
async function open(
  path = '',
  { answers = {}, ...options }: BrowserContextOptions & { answers?: Record<string, object | number> } = {},
): Promise<void> {
  const context = await shared.browser.newContext({ reducedMotion: 'reduce', ...options })
  await context.route('**/*', (route: Route) => {
    const url = route.request().url()
    if (url.startsWith(shared.site.url)) return route.continue()
    const answer = answers[decodeURIComponent(url)]
    if (answer === undefined) complaints.push(`asked: ${url}`)
    const headers = { 'access-control-allow-origin': '*' }
    return typeof answer === 'object'
      ? route.fulfill({ json: answer, headers })
      : route.fulfill({ status: answer ?? 500, body: '', headers })
  })
  page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  await page.goto(`${shared.site.url}publish/${path}`, { waitUntil: 'load' })
  await page.waitForFunction(() => document.querySelector('.numbers li'))
}

const name = () => page.locator('#at-name')
const field = (label: string) => page.getByLabel(label, { exact: true })
const text = () => page.locator('#text').inputValue()
const json = async () => JSON.parse(await text()) as ServerJson
const verdict = () => page.locator('.verdict').innerText()
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

const SERVER = {
  $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
  name: 'io.github.acme/weather',
  description: 'Weather, alerts and radar.',
  version: '1.4.0',
  packages: [
    {
      registryType: 'npm',
      identifier: '@acme/weather',
      version: '1.4.0',
      transport: { type: 'stdio' },
      environmentVariables: [{ name: 'ACME_TOKEN', isRequired: true, isSecret: true }],
    },
  ],
}

async function fillIn(): Promise<void> {
  await name().fill(SERVER.name)
  await field('What it does, in one line').fill(SERVER.description)
  await field('Version').fill(SERVER.version)
  await press('Add a package')
  await page.keyboard.press('Tab')
  await page.keyboard.type('@acme/weather')
  await page.getByText('Environment variables').click()
  await press('Add a variable')
  await page.keyboard.type('ACME_TOKEN')
  await page.getByRole('checkbox', { name: 'Required' }).check()
  await page.getByRole('checkbox', { name: 'Secret' }).check()
}

describe('the form', () => {
  test('what is filled in becomes a file that is right, and GitHub’s editor gets it letter for letter', async () => {
    await open()
    await fillIn()
    expect(await json()).toEqual(SERVER)
    await expect.poll(verdict).toMatch(/^The file is right\./)
    expect(await page.locator('.place-of-file code').innerText()).toBe(
      'servers/ac/io.github.acme/weather/1.4.0/server.json',
    )
    const link = page.getByRole('link', { name: 'Open in GitHub' })
    expect(await link.getAttribute('rel')).toBe('noopener')
    const url = new URL((await link.getAttribute('href'))!)
    expect(url.origin + url.pathname).toBe('https://github.com/acme/registry/new/main')
    expect(url.searchParams.get('filename')).toBe('servers/ac/io.github.acme/weather/1.4.0/server.json')
    expect(url.searchParams.get('value')).toBe(await text())
  })

  test('errors stand at the field, at the line and in a list that leads there, and are told once', async () => {
    await open()
    await fillIn()
    await field('What it does, in one line').fill('x'.repeat(118))
    const problem = page.locator('#at-description-problem')
    await problem.waitFor()
    expect(await problem.innerText()).toContain('118')
    expect(await page.locator('.counter').innerText()).toBe('118/100')
    const description = field('What it does, in one line')
    expect(await description.getAttribute('aria-invalid')).toBe('true')
    expect(await description.getAttribute('aria-describedby')).toContain('at-description-problem')
    expect(await page.locator('.numbers .error').innerText()).toContain('4')
    expect(await verdict()).toBe('1 thing to fix, and 1 piece of advice.')
    expect(await page.locator('.refused').isVisible()).toBe(true)
    await expect
      .poll(() => page.locator('.spoken').innerText())
      .toBe('1 thing to fix, and 1 piece of advice.')
    const item = page.locator('.findings li').first()
    expect(await item.getByRole('link').first().getAttribute('href')).toMatch(/\/docs\/rules\/R241\/$/)
    await item.getByRole('link', { name: 'Go to the field' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('at-description')
    await field('What it does, in one line').fill('Short.')
    await expect.poll(() => problem.count()).toBe(0)
    expect(await description.getAttribute('aria-invalid')).toBeNull()
  })

  test('nobody is told off for what they have not got to yet', async () => {
    await open()
    await name().fill('io.github.acme/weather')
    await expect.poll(verdict).toMatch(/to fix/)
    expect(await page.locator('.problem').count()).toBe(0)
    await field('Version').focus()
    await page.keyboard.press('Tab')
    await page.locator('#at-version-problem').waitFor()
    expect(await page.locator('.problem').count()).toBe(1)
  })

  test('the text can be edited as well, and what the form has no field for stays', async () => {
    await open()
    const written = {
      ...SERVER,
      icons: [{ src: 'https://acme.example/icon.png', sizes: ['48x48'] }],
      packages: [
        {
          ...SERVER.packages[0],
          environmentVariables: [{ name: 'REGION', format: 'string', choices: ['eu', 'us'], default: 'eu' }],
        },
      ],
      _meta: { 'io.modelcontextprotocol.registry/publisher-provided': { build: { number: 7 } } },
    }
    await page.locator('#text').fill(JSON.stringify(written))
    expect(await name().inputValue()).toBe(SERVER.name)
    expect(await field('Name of the package').inputValue()).toBe('@acme/weather')
    expect(await page.getByText('Environment variables 1').count()).toBe(1)
    await field('Title').fill('Weather')
    expect(await json()).toEqual({ ...written, title: 'Weather' })
    await field('Title').fill('')
    expect(await json()).toEqual(written)
  })

  test('while the text is no object, the form waits and nothing is lost', async () => {
    await open()
    await fillIn()
    const before = await text()
    await page.locator('#text').fill(before.slice(0, -4))
    expect(await name().isDisabled()).toBe(true)
    expect(await page.locator('.unreadable').isVisible()).toBe(true)
    await expect.poll(verdict).toBe('1 thing to fix.')
    await page.getByRole('link', { name: /^Go to line/ }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text')
    await page.locator('#text').fill(before)
    expect(await name().isDisabled()).toBe(false)
    expect(await name().inputValue()).toBe(SERVER.name)
  })

  test('a draft survives a reload, and starting over can be taken back', async () => {
    await open()
    await fillIn()
    await page.reload()
    await expect.poll(() => name().inputValue()).toBe(SERVER.name)
    expect(await json()).toEqual(SERVER)
    await press('Start over')
    expect(await text()).toBe('')
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({})
    await press('Bring it back')
    expect(await json()).toEqual(SERVER)
    expect(await name().inputValue()).toBe(SERVER.name)
  })

  test('a file that is too long for a link is copied, and the editor opens empty', async () => {
    await open('?server=com.many/variables', { permissions: ['clipboard-read', 'clipboard-write'] })
    const link = page.getByRole('link', { name: 'Open the empty editor' })
    await link.waitFor()
    expect(await page.locator('.too-long').isVisible()).toBe(true)
    const url = new URL((await link.getAttribute('href'))!)
    expect([...url.searchParams.keys()]).toEqual(['filename'])
    await press('Copy file')
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text())
    await press('Copy the command')
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^npx .*cli\.tgz publish$/)
  })

  test('the next version of a server begins with what is published', async () => {
    await open('?server=io.github.acme/weather-mcp')
    await expect.poll(() => field('Version').inputValue()).toBe('1.1.1')
    expect(await page.locator('.note').innerText()).toContain('1.1.0 is there, and this is 1.1.1.')
    expect((await json()).packages![0]!.version).toBe('1.1.1')
    await expect.poll(verdict).toMatch(/^The file is right\./)
  })

  test('a login becomes a name', async () => {
    await open()
    await press('Add a package')
    await page.keyboard.press('Tab')
    await page.keyboard.type('@acme/weather-mcp')
    await page.getByText('Which namespace is mine?').click()
    await page.getByLabel('GitHub login or organization').fill('Octo-Cat')
    await page.keyboard.press('Enter')
    expect(await name().inputValue()).toBe('io.github.Octo-Cat/weather-mcp')
  })

  test('hostile text stays text, wherever it comes from', async () => {
    const hostile = '</textarea></code><script>alert(1)</script><img src=x onerror=alert(1)>"\'`'
    await open()
    await page.locator('#text').fill(
      JSON.stringify({
        ...{ name: hostile, title: hostile, description: hostile, version: hostile, websiteUrl: hostile },
        packages: [
          { registryType: hostile, identifier: hostile, transport: { type: hostile, url: hostile } },
          null,
          { environmentVariables: [{ name: hostile }, 1], packageArguments: { 0: hostile } },
        ],
        remotes: hostile,
        __proto__: hostile,
        [hostile]: hostile,
      }),
    )
    await expect.poll(verdict).toMatch(/to fix/)
    await page.reload()
    await expect.poll(verdict).toMatch(/to fix/)
    expect(await field('Title').inputValue()).toBe(hostile)
    expect(await page.locator('main :is(img, script, [onerror])').count()).toBe(0)
  })

  test.each(['light', 'dark'] as const)(
    'axe finds nothing in a form with errors, all of it open, %s',
    async (colorScheme) => {
      await open('', { colorScheme })
      await fillIn()
      await press('Add a remote')
      await field('Title').fill(' ')
      await field('What it does, in one line').fill('x'.repeat(118))
      await page.locator('#at-description-problem').waitFor()
      await page.locator('form.start').getByText('server.json', { exact: true }).click()
      await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)))
      const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze()
      expect(
        violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
      ).toEqual([])
    },
  )

  test('it can be used by keyboard alone', async () => {
    await open()
    await name().focus()
    await page.keyboard.type('io.github.acme/weather')
    for (let steps = 0; steps < 12; steps++) {
      await page.keyboard.press('Tab')
      if ((await page.locator(':focus').innerText()) === 'Add a remote') break
    }
    await page.keyboard.press('Enter')
    expect(await page.locator(':focus').getAttribute('id')).toBe('at-remotes-0-type')
    await page.keyboard.press('Tab')
    await page.keyboard.type('https://api.acme.example/mcp')
    expect((await json()).remotes).toEqual([{ type: 'streamable-http', url: 'https://api.acme.example/mcp' }])
    await page.getByRole('button', { name: 'Remove remote 1' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator(':focus').innerText()).toBe('Add a remote')
    expect(await page.locator('.note').innerText()).toBe('Removed remote 1.')
  })
})

describe('starting from what there is', () => {
  const start = (kind: string, what: string) => async () => {
    await page.locator('form.start').getByText(kind, { exact: true }).click()
    await page.locator('form.start').getByRole('textbox').fill(what)
    await page.locator('form.start button[type=submit]').click()
  }
  const found = () => page.locator('form.start .found').innerText()

  test('an npm package, with what is missing as a suggestion', async () => {
    await open('', {
      answers: {
        [`${npm}@acme/weather-mcp/latest`]: {
          name: '@acme/weather-mcp',
          version: '2.0.1',
          description: `Weather, ${'alerts and radar, '.repeat(8)}for any place.`,
          bin: { 'weather-mcp': 'cli.js' },
          repository: { type: 'git', url: 'git+https://github.com/acme/weather.git' },
        },
      },
    })
    await start('npm', '@acme/weather-mcp')()
    await expect.poll(found).toContain('Found @acme/weather-mcp 2.0.1')
    const { packages, version, description, repository } = await json()
    expect({ packages, version, description }).toMatchObject({
      packages: [{ registryType: 'npm', identifier: '@acme/weather-mcp', version: '2.0.1' }],
      version: '2.0.1',
    })
    expect(repository?.url).toBe('https://github.com/acme/weather')
    expect(description).toBeUndefined()
    await press('Use the suggested description')
    const suggested = (await json()).description
    expect(suggested!.length).toBeLessThanOrEqual(100)
    expect(await page.locator('[data-for="/description"]').count()).toBe(0)
  })

  test('a package that is not there says what to do, and nothing is lost', async () => {
    await open('', { answers: { [`${npm}nowhere/latest`]: 404 } })
    await name().fill('io.github.acme/weather')
    await start('npm', 'nowhere')()
    await expect.poll(found).toMatch(/^npm has no package nowhere\./)
    expect((await json()).name).toBe('io.github.acme/weather')
  })

  test('a PyPI project', async () => {
    await open('', {
      answers: {
        'https://pypi.org/pypi/weather-mcp/json': {
          info: { name: 'weather-mcp', version: '0.3.0', summary: 'Weather.' },
        },
      },
    })
    await start('PyPI', 'weather-mcp')()
    await expect.poll(found).toContain('Found weather-mcp 0.3.0')
    expect((await json()).packages).toMatchObject([{ registryType: 'pypi', version: '0.3.0' }])
  })

  test('an image, an address and a pasted file ask nobody, and add up', async () => {
    await open()
    await start('Image', 'ghcr.io/acme/weather:1.2.0')()
    await expect.poll(found).toContain('Found')
    await start('Address', 'https://api.acme.example/sse')()
    await expect
      .poll(async () => (await json()).remotes)
      .toEqual([{ type: 'sse', url: 'https://api.acme.example/sse' }])
    expect((await json()).packages).toMatchObject([
      { registryType: 'oci', identifier: 'ghcr.io/acme/weather:1.2.0' },
    ])
    await start('server.json', JSON.stringify(SERVER))()
    await expect.poll(json).toEqual(SERVER)
  })
})

test('the page may ask the two package registries, and other pages may not', async () => {
  await open()
  const policyOf = (path: string) =>
    /connect-src ([^;"]*)/.exec(readFileSync(`${shared.site.folder}/${path}index.html`, 'utf8'))![1]
  expect(policyOf('publish/')).toBe(`'self' ${new URL(npm).origin} https://pypi.org`)
  expect(policyOf('publish/status/')).toBe("'self' https://api.github.com")
  expect(policyOf('')).toBe("'self'")
})

test('without JavaScript the page says how it is done by hand', async () => {
  const context = await shared.browser.newContext({ javaScriptEnabled: false })
  page = await context.newPage()
  await page.goto(`${shared.site.url}publish/`)
  expect(await page.locator('main :is(input, textarea, select, button):visible').count()).toBe(0)
  expect(await page.getByRole('link', { name: 'How to publish' }).isVisible()).toBe(true)
  expect(await page.locator('.command').innerText()).toContain('cli.tgz publish')
})
