import { expect, test } from 'vitest'
import { builtFiles } from '../../scripts/site/built-files.ts'
import { tagsOf } from '../../scripts/site/html-tags.ts'
import { palettePng } from '../../scripts/site/palette-png.ts'
import { pixelsOf } from '../../scripts/site/png-pixels.ts'
import { useSite } from './use-site.ts'

const shared = useSite()

/** What a page says of itself to those who show previews of links. */
function previewOf(file: string): Record<string, string | undefined> {
  const tags = [...tagsOf(builtFiles(shared.site.folder).read(file))].filter(({ name }) => name === 'meta')
  const known = tags.map(
    ({ attributes: { property, name, content } }) => [property ?? name, content] as const,
  )
  return Object.fromEntries(known.filter(([key]) => /^(og|twitter):/.test(key ?? '')))
}

test('a link to a server shows its name, what it does, and the picture of its kind', () => {
  expect(previewOf('servers/io.github.acme/weather-mcp/index.html')).toEqual({
    'og:title': 'Acme Weather (io.github.acme/weather-mcp)',
    'og:description': 'Weather, alerts and radar for any place on Earth.',
    'og:site_name': 'Test Registry',
    'og:type': 'website',
    'og:url': 'http://localhost/registry/servers/io.github.acme/weather-mcp/',
    'og:image': 'http://localhost/registry/og/npm.png',
    'og:image:width': '1200',
    'og:image:height': '630',
    'twitter:card': 'summary_large_image',
  })
  expect(builtFiles(shared.site.folder).has('og/npm.png')).toBe(true)
})

test('the first of its kinds counts, and other pages share a picture', () => {
  const pictureOf = (file: string) => previewOf(file)['og:image']?.split('/').at(-1)
  expect(pictureOf('servers/com.many/ways/index.html')).toBe('remote.png')
  expect(pictureOf('servers/com.hostile/page.html/index.html')).toBe('default.png')
  expect(pictureOf('index.html')).toBe('default.png')
})

test('a link to a removed server shows no picture', () => {
  expect(Object.keys(previewOf('servers/com.removed/removed/index.html'))).toEqual(['og:description'])
})

test("a publisher's title is text", () => {
  expect(previewOf('servers/com.hostile/hostile/index.html')['og:title']).toBe(
    '<b>Bold</b> (com.hostile/hostile)',
  )
})

test('a picture shows the colours it is made of, and the nearest where there are too many', async () => {
  const common = Array.from({ length: 48 }, (_, index) => [index * 5, 255 - index, index, 255])
  const width = common.length * 2 + 1
  const png = palettePng(Uint8Array.from([...common, ...common, [6, 253, 1, 255]].flat()), width, 1)
  const page = await shared.browser.newPage()
  const seen = [...(await pixelsOf(page, png))]
  expect(seen).toEqual([...common, ...common, common[1]!].flat())
})
