import type { Page } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import { visit } from '../support/site/visit.ts'
import { LONG_NAME } from './fixture.ts'
import { useSite } from './use-site.ts'

const shared = useSite()

/** Opens the page of a server in a browser that counts its print dialogs instead of showing them. */
async function open(name: string) {
  const opened = await visit(shared.browser, `${shared.site.url}servers/${name}/`)
  await opened.page.evaluate(() => {
    window.print = () =>
      void (document.body.dataset.printed = `${Number(document.body.dataset.printed ?? 0) + 1}`)
  })
  return opened
}

const dialogs = (page: Page) => page.evaluate(() => document.body.dataset.printed)
const canonical = (page: Page) => page.locator('link[rel=canonical]').getAttribute('href')

/** The modules of the code in the head of the page as a telephone's camera has them. */
async function photograph(page: Page) {
  const { data, width } = await page.evaluate(async () => {
    const photo = new Image()
    const code = new XMLSerializer().serializeToString(document.head.querySelector('svg')!)
    photo.src = `data:image/svg+xml,${encodeURIComponent(code)}`
    await photo.decode()
    const width = 400
    const context = new OffscreenCanvas(width, width).getContext('2d')!
    context.drawImage(photo, 0, 0, width, width)
    return { data: [...context.getImageData(0, 0, width, width).data], width }
  })
  return { data: Uint8Array.from(data), width, height: width }
}

async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4' })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length
}

test.each(['io.github.acme/weather-mcp', LONG_NAME])(
  'the keys for printing put a code on the sheet that leads back to %s',
  async (name) => {
    await using opened = await open(name)
    const { page } = opened
    const code = page.locator('head > svg')
    await page.keyboard.press('Control+p')
    await expect.poll(() => dialogs(page)).toBe('1')
    expect(decodeQR(await photograph(page))).toBe(await canonical(page))
    expect(await code.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await code.isVisible()).toBe(true)
    expect(await code.getAttribute('aria-hidden')).toBe('true')
    expect(opened.complaints).toEqual([])
  },
)

test('the button prints as well, and twice makes no second code', async () => {
  await using opened = await open('io.github.acme/weather-mcp')
  const { page } = opened
  const button = page.getByRole('button', { name: 'Print this page' })
  await button.click()
  await expect.poll(() => dialogs(page)).toBe('1')
  await button.click()
  await expect.poll(() => dialogs(page)).toBe('2')
  expect(await page.locator('head > svg').count()).toBe(1)
})

test.each([
  ['cannot be had', (): Promise<void> | void => undefined],
  ['never comes', () => new Promise<void>(() => undefined)],
])('a code that %s does not keep anybody from printing', async (_, wait) => {
  await using opened = await open('io.github.acme/weather-mcp')
  const { page } = opened
  await page.route('**/sheet-code.*', async (route) => {
    await wait()
    await route.abort()
  })
  await page.keyboard.press('Control+p')
  await expect.poll(() => dialogs(page), { timeout: 5000 }).toBe('1')
  expect(await page.locator('head > svg').count()).toBe(0)
})

test('nothing of the code is loaded by those who do not print', async () => {
  await using opened = await open('io.github.acme/weather-mcp')
  const { page } = opened
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.keyboard.press('Control+c')
  await page.keyboard.press('p')
  await page.reload({ waitUntil: 'networkidle' })
  expect(asked.filter((url) => url.includes('sheet-code'))).toEqual([])
})

test('one sheet has what is needed, and the address in words whoever prints', async () => {
  await using opened = await open('io.github.acme/weather-mcp')
  const { page } = opened
  await page.getByRole('radio', { name: 'Cursor', exact: true }).check()
  expect(await sheets(page)).toBe(1)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const address = await page
    .locator('link[rel=canonical]')
    .evaluate((link) => [getComputedStyle(link).display, getComputedStyle(link, '::after').content])
  expect(address).toEqual(['flex', `"${await canonical(page)}"`])
  const sheet = await page.locator('body').innerText()
  for (const text of [
    'Acme Weather',
    'any place on Earth',
    'ACME_TOKEN',
    'Cursor',
    '"@acme/weather',
    'github.com/acme/weather',
  ])
    expect(sheet).toContain(text)
  for (const text of ['Copy', 'Claude Code', 'Feed', 'versions', 'server.json', 'Yours?', 'Browse', 'Theme'])
    expect(sheet).not.toContain(text)
  expect(
    await page.locator('input:not([type=radio]), select, button').filter({ visible: true }).count(),
  ).toBe(0)
})

test('what is printed is dark on white in the dark theme too', async () => {
  await using opened = await open('io.github.acme/weather-mcp')
  const { page } = opened
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color)
  await page.emulateMedia({ media: 'print' })
  const onPaper = await ink()
  await page.emulateMedia({ media: 'screen' })
  await page.getByLabel('Dark').check()
  expect(await ink()).not.toBe(onPaper)
  await page.emulateMedia({ media: 'print' })
  expect(await ink()).toBe(onPaper)
})
