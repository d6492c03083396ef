import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RouteData } from 'astro'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FileWriter } from '../../api/emit/write-files.ts'
import { writtenByThreads } from './write-pages.ts'

let out: string
let writer: FileWriter
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'pages-'))
  writer = new FileWriter(out)
})
afterEach(async () => {
  await writer.stop()
  rmSync(out, { recursive: true })
})

async function render(address: string, status = 200): Promise<Response> {
  const render = writtenByThreads(async () => new Response('the page é', { status }), '/base/', writer)
  const rendered = await render(new Request(address), { routeData: {} as RouteData })
  await writer.finish()
  return rendered as Response
}

test.each([
  ['https://a.example/base/', 'index.html'],
  ['https://a.example/base/servers/com.a/x/', 'servers/com.a/x/index.html'],
  ['https://a.example/base/servers/com.a/%C3%A9%20x/', 'servers/com.a/é x/index.html'],
])('%s becomes %s, and nothing is left for Astro', async (address, path) => {
  expect((await render(address)).body).toBeNull()
  expect(readFileSync(join(out, path), 'utf8')).toBe('the page é')
})

test.each([
  ['https://a.example/base/404', 200],
  ['https://a.example/base/404/', 404],
  ['https://a.example/base/old/', 301],
])('what is not a page at a folder is left to Astro: %s with %i', async (address, status) => {
  expect((await render(address, status)).body).not.toBeNull()
  expect(readdirSync(out)).toEqual([])
})
