import type { Page } from 'playwright-core'

/** What a PNG shows, four bytes for each pixel, as the browser reads it. */
export async function pixelsOf(page: Page, png: Buffer): Promise<Uint8Array> {
  const base64 = await page.evaluate(async (png) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    return new Uint8Array(data.buffer).toBase64()
  }, png.toString('base64'))
  return Buffer.from(base64, 'base64')
}
