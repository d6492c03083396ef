import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { startBrowser } from './browser.ts'
import type { Site } from './served-site.ts'
import { startSite } from './site.ts'

/** What the tests of a file share. */
export interface SharedSite {
  site: Site
  browser: Browser
  /** What pages had to complain of; a test in which there was anything fails. */
  complaints: string[]
}

/** Serves the fixture and starts a browser for the tests of this file. What a test leaves open is closed. */
export function useSite(): SharedSite {
  const shared = { complaints: [] as string[] } as SharedSite
  beforeAll(async () => {
    shared.site = await startSite()
    shared.browser = await startBrowser()
  }, 120_000)
  afterEach(async () => {
    for (const context of shared.browser.contexts()) await context.close()
    expect(shared.complaints.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await shared.browser?.close()
    await shared.site?.stop()
  })
  return shared
}
