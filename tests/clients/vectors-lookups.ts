import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { latestEntries, officialOf, pathOf, type Entry, type List } from './listing.ts'
import { forEach, get, getJson, type Target } from './target.ts'
import { readVsCodeServer } from './vs-code.ts'

/** Runs a check for every server of the gallery. */
async function forEachServer(
  target: Target,
  prefix: string,
  check: (entry: Entry) => Promise<void>,
): Promise<void> {
  await forEach(await latestEntries(target, prefix), check)
}

/** 7: what VS Code and the Copilots ask for every installed server. */
export async function latestIsFound(target: Target, prefix: string): Promise<void> {
  await forEachServer(target, prefix, async (listed) => {
    const path = pathOf(prefix, listed.server.name, '/versions/latest')
    const found = await getJson<Entry>(target, path)
    assert.equal(found.server.name, listed.server.name, path)
    assert.ok(readVsCodeServer(found), path)
    // Comparing texts of large registries is quick; the difference itself is only needed when there is one.
    if (!isDeepStrictEqual(found, listed)) assert.deepEqual(found, listed, path)
  })
}

/** 8: each version that the version list names is there, and exactly one is the latest. */
export async function versionsAreFound(target: Target, prefix: string): Promise<void> {
  await forEachServer(target, prefix, async ({ server: { name } }) => {
    const { servers } = await getJson<List>(target, pathOf(prefix, name, '/versions'))
    for (const entry of servers) {
      const path = pathOf(prefix, name, `/versions/${encodeURIComponent(entry.server.version)}`)
      const found = await getJson<Entry>(target, path)
      if (!isDeepStrictEqual(found, entry)) assert.deepEqual(found, entry, path)
    }
    assert.equal(servers.filter((entry) => officialOf(entry).isLatest).length, 1, name)
  })
}

/** 9: the version list is whole, with the newest publication first. */
export async function versionListsAreWhole(target: Target, prefix: string): Promise<void> {
  await forEachServer(target, prefix, async ({ server: { name } }) => {
    const path = pathOf(prefix, name, '/versions')
    const { servers, metadata } = await getJson<List>(target, path)
    assert.deepEqual(metadata, { count: servers.length }, path)
    assert.ok(
      servers.every((entry) => entry.server.name === name),
      path,
    )
    const times = servers.map((entry) => Date.parse(officialOf(entry).publishedAt))
    assert.deepEqual(
      times.toSorted((a, b) => b - a),
      times,
      path,
    )
  })
}

/** 10: the spelling that decoding proxies make of a look-up. */
export async function decodedSpellingWorks(target: Target, prefix: string): Promise<void> {
  await forEachServer(target, prefix, async ({ server: { name } }) => {
    const encoded = await get(target, pathOf(prefix, name, '/versions/latest'))
    const decoded = await get(target, `${prefix}/servers/${name}/versions/latest`)
    assert.equal(decoded.status, 200, name)
    assert.equal(decoded.text, encoded.text, name)
  })
}

/** Paths at which there is nothing. A name that is only nearly right is as unknown as any other. */
export function unknownPaths(prefix: string, entries: readonly Entry[]): string[] {
  const names = ['com.example%2Fdoes-not-exist', 'does-not-exist', 'com.example%2F..%2Fservers']
  const first = entries[0]?.server
  return [
    ...names.map((name) => `${prefix}/servers/${name}/versions/latest`),
    `${prefix}/servers/com.example%2Fdoes-not-exist/versions`,
    ...(first ? unknownNear(prefix, first.name) : []),
  ]
}

function unknownNear(prefix: string, name: string): string[] {
  const [namespace = ''] = name.split('/')
  return [
    pathOf(prefix, name, '/versions/0.0.0-does-not-exist'),
    pathOf(prefix, `${namespace}/does-not-exist`, '/versions/latest'),
    pathOf(prefix, swapCase(name), '/versions/latest'),
    pathOf(prefix, name, ''),
    `${prefix}/servers/${namespace}`,
    pathOf(prefix, `${name}x`, '/versions/latest'),
  ]
}

function swapCase(name: string): string {
  return name.replace(/[a-zA-Z]/, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )
}

/** 11: what is not in the registry is told so, and with nothing else than a 404. */
export async function unknownIsNotFound(target: Target, prefix: string): Promise<void> {
  for (const path of unknownPaths(prefix, await latestEntries(target, prefix))) {
    assert.equal((await get(target, path)).status, 404, path)
  }
}

/** 12: the lower-case form of the encoded slash. */
export async function lowerCaseHexWorks(target: Target, prefix: string): Promise<void> {
  await forEachServer(target, prefix, async ({ server: { name } }) => {
    const spelt = encodeURIComponent(name).replaceAll('%2F', '%2f')
    for (const rest of ['/versions/latest', '/versions']) {
      const { status, text } = await get(target, `${prefix}/servers/${spelt}${rest}`)
      assert.equal(status, 200, spelt)
      assert.equal(text, (await get(target, pathOf(prefix, name, rest))).text, spelt)
    }
  })
}
