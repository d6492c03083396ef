import { chromium, type Browser } from 'playwright-core'

/** Nothing that a browser does by itself: no updates, no sync, no first-run pages, no reports. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
]

/**
 * Starts the browser from CHROMIUM_PATH, or the one that comes as an npm package.
 *
 * @param more further arguments of its command line
 */
export async function startBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || (await packagedChromium()),
    headless: true,
    args: [...QUIET, '--no-sandbox', '--disable-gpu', ...more],
  })
}

async function packagedChromium(): Promise<string> {
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}
