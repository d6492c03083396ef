import { HEAD_PATH, shardPath, type Head } from '../api/index/format.ts'
import { RecordIndex } from '../api/index/record-index.ts'
import { contentHash } from '../api/index/shards.ts'
import { RegistryError } from '../model/registry-error.ts'
import type { SyncContext } from './context.ts'
import { get, parseJson } from './http.ts'
import { mapAll } from './map-all.ts'

/** All records of a registry of our own kind, at one moment. */
export interface RecordFiles {
  entries: unknown[]
  /** Equal generations are equal registries. */
  generation: string
}

/**
 * Reads the record files that a registry built by this project publishes under `r/`: complete, deleted versions
 * included, in files named by their content. They are better than its API in every way that matters to a mirror; a plain
 * host ignores queries, and a mirror's `updatedAt` is its upstream's, so that "what changed since?" misses what
 * arrived late.
 *
 * @param known the generation that has been read already
 * @returns `unchanged` where that is still the present one, `undefined` where the registry is of another kind
 * @throws RegistryError R610 where the files are damaged, or changed while they were read
 */
export async function readRecordFiles(
  base: string,
  known: string | undefined,
  context: SyncContext,
): Promise<RecordFiles | 'unchanged' | undefined> {
  const head = await readHead(base, known !== undefined, context)
  if (!head) return undefined
  if (head.generation === known) return 'unchanged'
  const index = await getFile(`${base}/r/${head.index}`, context)
  if (contentHash(index) !== head.generation)
    throw damaged(`${base}/r/${head.index}`, 'its content is not what its name says')
  let done = 0
  const shards = await mapAll(shardsIn(index, base), async ([, hash]) => {
    const url = `${base}/r/${shardPath(hash)}`
    const bytes = await getFile(url, context)
    if (contentHash(bytes) !== hash) throw damaged(url, 'its content is not what its name says')
    const entries = linesOf(bytes, url)
    context.progress('read', (done += entries.length), head.versions)
    return entries
  })
  return { entries: shards.flat(), generation: head.generation }
}

/** A registry of which nothing is known yet may be of another kind, and answer to this path with anything. */
async function readHead(base: string, isCertain: boolean, context: SyncContext): Promise<Head | undefined> {
  const url = `${base}/${HEAD_PATH}`
  const answer = await (isCertain
    ? get(url, context)
    : get(url, context, { attempts: 2 }).catch(() => undefined))
  const head = answer?.status === 200 ? parseJson(answer.bytes) : undefined
  return isHead(head) ? head : undefined
}

function isHead(value: unknown): value is Head {
  const { format, generation, index, versions } = (value ?? {}) as Record<string, unknown>
  return (
    format === 1 &&
    typeof generation === 'string' &&
    typeof index === 'string' &&
    /^i\/[0-9a-f]+\.bin$/.test(index) &&
    typeof versions === 'number'
  )
}

function shardsIn(index: Buffer, base: string): readonly [number, string][] {
  try {
    const { shards } = new RecordIndex(index)
    if (shards.every(([, hash]) => /^[0-9a-f]+$/.test(hash))) return shards
  } catch {
    // Whatever is wrong with it, it is not an index.
  }
  throw damaged(`${base}/r/`, 'its index cannot be read')
}

function linesOf(bytes: Buffer, url: string): unknown[] {
  try {
    return bytes
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown)
  } catch {
    throw damaged(url, 'a line in it is not JSON')
  }
}

async function getFile(url: string, context: SyncContext): Promise<Buffer> {
  const { status, bytes } = await get(url, context)
  if (status !== 200) throw damaged(url, `it was answered with ${status}`)
  return bytes
}

function damaged(url: string, why: string): RegistryError {
  return new RegistryError('R610', `${url} cannot be used: ${why}.`, {
    fix: 'The registry was probably deployed anew while it was read. Nothing was written; run the command again.',
  })
}
