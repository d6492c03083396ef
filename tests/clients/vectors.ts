import assert from 'node:assert/strict'
import { parse } from 'yaml'
import { decodeGoEntry, decodeGoList } from './go.ts'
import { readKiroFile } from './kiro.ts'
import { crawl, latestEntries, pathOf, type Entry } from './listing.ts'
import { forEach, get, type Target } from './target.ts'
import { isToolHiveApi, isToolHiveSource, readToolHiveFile } from './toolhive.ts'
import { valueFaults } from './values.ts'
import * as lists from './vectors-lists.ts'
import * as lookups from './vectors-lookups.ts'

/** One thing that clients rely on. The numbers are those of the clients' contract. */
export interface Vector {
  number: number
  title: string
  /** Throws where the registry breaks it. */
  check(target: Target): Promise<void>
}

export interface VectorOptions {
  /** Everything that a schema from elsewhere says against an entry; nothing unless given. */
  schemaFaults?: (entry: unknown) => string[]
}

type Check = (target: Target, prefix: string) => Promise<void>

const READING: [string, Check][] = [
  ['the list is there and whole', lists.listIsThere],
  ['the probe for one server is answered', lists.probeIsAnswered],
  ['the gallery is complete', lists.galleryIsComplete],
  ['a strange cursor comes to an end', lists.strangeCursorEnds],
  ['every entry of the gallery can be shown', lists.entriesAreWhole],
  ['each server is listed once, in an order that stays', lists.namesAreUnique],
  ['the latest version of each server is found by name', lookups.latestIsFound],
  ['each version of each server is found', lookups.versionsAreFound],
  ['the list of versions is whole', lookups.versionListsAreWhole],
  ['names work with a plain slash', lookups.decodedSpellingWorks],
  ['what is not there is a 404', lookups.unknownIsNotFound],
  ['names work with a lower-case %2f', lookups.lowerCaseHexWorks],
]

/** The twenty-two conformance vectors. */
export function clientVectors(options: VectorOptions = {}): Vector[] {
  const rest: [string, (target: Target) => Promise<void>][] = [
    ['pages of other origins may read all of it', isOpenToAll],
    ['nothing is redirected that need not be', hasNoNeedlessHops],
    ['everything works under /v0 as well', worksUnderV0],
    ['openapi.yaml says what ToolHive looks for', hasOpenApi],
    ['ToolHive can read it, as an API or as a file', isReadByToolHive],
    ['there is no null and no value of a wrong type', hasCleanValues],
    ['strict decoders take every answer', (target) => isDecoded(target, options)],
    ['the list is neither too large nor markup', isSafeToSend],
    ['the file for Kiro keeps its rules', hasKiroFile],
    ['servers that offer nothing to install are few', saysWhatCannotBeInstalled],
  ]
  const reading = READING.map(([title, check]) => ({
    title,
    check: (target: Target) => check(target, '/v0.1'),
  }))
  return [...reading, ...rest.map(([title, check]) => ({ title, check }))].map((vector, index) => ({
    number: index + 1,
    ...vector,
  }))
}

/** 13: `get` insists on the header, on every hop and for every status; here for those of the vector. */
async function isOpenToAll(target: Target): Promise<void> {
  const entries = await latestEntries(target, '/v0.1')
  const paths = ['/v0.1/servers', ...lookups.unknownPaths('/v0.1', entries), ...lookupsOf(entries[0])]
  for (const path of paths) await get(target, path)
}

/** 14: no redirects, but one where a host sends a folder's name to the folder. */
async function hasNoNeedlessHops(target: Target): Promise<void> {
  const allowed = target.redirectsToFolders ? 1 : 0
  const entries = await latestEntries(target, '/v0.1')
  for (const path of ['/v0.1/servers', '/v0.1/servers?limit=1', '/v0.1/servers?limit=50&version=latest']) {
    assert.equal((await get(target, path)).hops, allowed, path)
  }
  await forEach(entries, async ({ server: { name, version } }) => {
    const versions = await get(target, pathOf('/v0.1', name, '/versions'))
    assert.equal(versions.hops, allowed, versions.path)
    for (const leaf of ['latest', encodeURIComponent(version)]) {
      const { hops, path } = await get(target, pathOf('/v0.1', name, `/versions/${leaf}`))
      assert.equal(hops, 0, path)
    }
  })
}

/** 15: vectors 1–9 once more, and the same bytes. */
async function worksUnderV0(target: Target): Promise<void> {
  for (const [, check] of READING.slice(0, 9)) await check(target, '/v0')
  const [old, frozen] = [
    await crawl(target, '/v0/servers?limit=100'),
    await crawl(target, '/v0.1/servers?limit=100'),
  ]
  assert.deepEqual(old.bodies, frozen.bodies)
}

async function hasOpenApi(target: Target): Promise<void> {
  const { status, text } = await get(target, '/openapi.yaml')
  assert.equal(status, 200)
  assert.ok(isToolHiveSource((parse(text) as { info: object }).info))
}

async function isReadByToolHive(target: Target): Promise<void> {
  const probe = await get(target, '/v0.1/servers?limit=1&version=latest')
  const isApi = isToolHiveApi(probe.status, probe.headers.get('content-type'), probe.text)
  if (target.kind === 'handler') assert.ok(isApi, 'ToolHive does not take the handler for an API')
  for (const path of ['/registry.json', '/v0.1/servers.json']) {
    const { status, headers } = await get(target, path)
    assert.equal(status, 200, path)
    assert.match(headers.get('content-type') ?? '', /^application\/json/, path)
  }
  const count = readToolHiveFile((await get(target, '/registry.json')).text)
  assert.equal(count, (await latestEntries(target, '/v0.1')).length)
}

async function hasCleanValues(target: Target): Promise<void> {
  const { bodies } = await crawl(target, '/v0.1/servers?limit=100')
  for (const body of bodies) assert.deepEqual(valueFaults(JSON.parse(body)), [])
}

async function isDecoded(target: Target, { schemaFaults = () => [] }: VectorOptions): Promise<void> {
  const { bodies, entries } = await crawl(target, '/v0.1/servers?limit=100')
  for (const body of bodies) decodeGoList(body)
  for (const entry of entries)
    assert.deepEqual(
      { name: entry.server.name, faults: schemaFaults(entry) },
      { name: entry.server.name, faults: [] },
    )
  await forEach(await latestEntries(target, '/v0.1'), async ({ server: { name } }) => {
    decodeGoList((await get(target, pathOf('/v0.1', name, '/versions'))).text)
    decodeGoEntry((await get(target, pathOf('/v0.1', name, '/versions/latest'))).text)
  })
}

const MAX_BODY = 10 * 1024 * 1024

async function isSafeToSend(target: Target): Promise<void> {
  const { headers, text } = await get(target, '/v0.1/servers')
  assert.ok(Buffer.byteLength(text) < MAX_BODY, 'clients stop reading at 10 MiB')
  assert.ok(!text.startsWith('\uFEFF'), 'the list starts with a byte order mark')
  assert.ok(!text.includes('<'), `markup is sent as ${headers.get('content-type')}`)
}

async function hasKiroFile(target: Target): Promise<void> {
  const { status, text } = await get(target, '/kiro.json')
  assert.equal(status, 200)
  const names = readKiroFile(text)
  assert.equal(new Set(names).size, names.length)
}

/** 22: such servers are legal, for allowlists; a gallery made of nothing else is a mistake. */
async function saysWhatCannotBeInstalled(target: Target): Promise<void> {
  const entries = await latestEntries(target, '/v0.1')
  const bare = entries.filter(({ server }) => !server.packages?.length && !server.remotes?.length)
  assert.ok(entries.length === 0 || bare.length < entries.length, 'nothing here can be installed')
}

function lookupsOf(entry: Entry | undefined): string[] {
  if (!entry) return []
  return ['', '/latest'].map((rest) => pathOf('/v0.1', entry.server.name, `/versions${rest}`))
}
