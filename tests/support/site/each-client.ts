import type { Page } from 'playwright-core'
import { CLIENTS } from '../../../src/site/install/clients/index.ts'

/** Chooses one client of the install block after the other, as a person does, and acts while each is chosen. */
export async function withEachClient(page: Page, act: (id: string) => Promise<void>): Promise<void> {
  for (const { id } of CLIENTS) {
    await page.evaluate((client) => {
      const radio = document.querySelector<HTMLInputElement>(`.clients input[value="${client}"]`)!
      if (radio.name === 'other') document.querySelector<HTMLInputElement>('[value="other"]')!.click()
      radio.click()
    }, id)
    await page.waitForTimeout(0)
    await act(id)
  }
}
