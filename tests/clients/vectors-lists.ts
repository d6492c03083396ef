import assert from 'node:assert/strict'
import { latestEntries, crawl, officialOf, type List } from './listing.ts'
import { get, getJson, type Target } from './target.ts'
import { readVsCodeList } from './vs-code.ts'
import { readXcodeList } from './xcode.ts'

/** 1: the list is there, and its frame is whole. */
export async function listIsThere(target: Target, prefix: string): Promise<void> {
  const { status, text } = await get(target, `${prefix}/servers`)
  assert.equal(status, 200)
  const { servers, metadata } = JSON.parse(text) as List
  assert.ok(Array.isArray(servers))
  assert.equal(metadata.count, servers.length)
  if (target.kind === 'static') assert.ok(!('nextCursor' in metadata), 'a plain host cannot page')
  readVsCodeList(text)
  readXcodeList(text)
}

/** 2: the probe of VS Code and ToolHive. */
export async function probeIsAnswered(target: Target, prefix: string): Promise<void> {
  const { servers } = await getJson<List>(target, `${prefix}/servers?limit=1`)
  if (target.kind === 'handler') return assert.ok(servers.length <= 1)
  assert.deepEqual(servers, (await getJson<List>(target, `${prefix}/servers`)).servers)
}

/** 3: what VS Code shows in its gallery. */
export async function galleryIsComplete(target: Target, prefix: string): Promise<void> {
  const path = `${prefix}/servers?limit=50&version=latest`
  if (target.kind === 'static') {
    const [list, gallery] = [await get(target, `${prefix}/servers`), await get(target, path)]
    return assert.equal(gallery.text, list.text)
  }
  const all = (await crawl(target, `${prefix}/servers`)).entries.map((entry) => JSON.stringify(entry))
  const latest = (await crawl(target, path)).entries.map((entry) => JSON.stringify(entry))
  const known = new Set(all)
  for (const entry of latest)
    assert.ok(known.has(entry), 'the gallery shows an entry that is not in the list')
}

/** 4: a cursor from somewhere else never leads into a circle. */
export async function strangeCursorEnds(target: Target, prefix: string): Promise<void> {
  const list = await getJson<List>(target, `${prefix}/servers?cursor=zzz`)
  if (target.kind === 'static') assert.ok(!('nextCursor' in list.metadata))
  else assert.ok(list.servers.length <= 30)
}

/** 5: every entry of the gallery can be shown. */
export async function entriesAreWhole(target: Target, prefix: string): Promise<void> {
  for (const entry of await latestEntries(target, prefix)) {
    const { name, description, version } = entry.server
    assert.ok(name && description && version, JSON.stringify(entry.server))
    const { status, publishedAt, updatedAt, isLatest } = officialOf(entry)
    assert.ok(['active', 'deprecated'].includes(status), `${name} is ${status}`)
    assert.ok(Date.parse(publishedAt) <= Date.parse(updatedAt), `${name} was changed before it was published`)
    assert.equal(isLatest, true, `${name} ${version} is not the latest`)
  }
  const { bodies } = await crawl(target, `${prefix}/servers?limit=50&version=latest`)
  for (const body of bodies) {
    assert.equal(readVsCodeList(body).dropped, 0)
    readXcodeList(body)
  }
}

/** 6: each server once, in an order that stays. */
export async function namesAreUnique(target: Target, prefix: string): Promise<void> {
  const names = (await latestEntries(target, prefix)).map(({ server }) => server.name)
  const folded = new Set(names.map((name) => name.toLowerCase()))
  assert.equal(folded.size, names.length, 'two servers differ in letter case only, or one is listed twice')
  assert.deepEqual(
    (await latestEntries(target, prefix)).map(({ server }) => server.name),
    names,
  )
}
