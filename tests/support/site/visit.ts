import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** A page in a browser window of its own. */
export interface Visit extends AsyncDisposable {
  page: Page
  /** What went wrong meanwhile: errors, dialogs, and requests to other origins. Goes to nothing by `splice(0)`. */
  complaints: string[]
}

/** Opens an address as a person with these settings would; where a script fills the page, waits until it has. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  // A busy machine skips transitions between pages, which the browser reports as an error of the page.
  const calm = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const
  const context = await browser.newContext({ ...calm, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  const own = new URL(address)
  page.on('console', (message) => {
    // That a page is missing is what 404 says, and no error of its page.
    const isAnswer = message.location().url === address && message.text().includes('404')
    if (message.type() === 'error' && !isAnswer)
      complaints.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (origin !== own.origin && !['data:', 'blob:'].includes(protocol)) complaints.push(request.url())
  })
  await page.goto(address, { waitUntil: own.search === '' ? 'load' : 'networkidle' })
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() }
}
