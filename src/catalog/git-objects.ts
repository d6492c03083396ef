import { RegistryError } from '../model/registry-error.ts'
import { streamGit } from './git.ts'

/**
 * Reads Git objects by id in one process, in the order of `oids`. A missing object is a `RegistryError` R603.
 * Source: `git cat-file --batch`.
 */
export async function* readObjects(
  repository: string,
  oids: readonly string[],
): AsyncGenerator<{ oid: string; bytes: Buffer }> {
  if (oids.length === 0) return
  const reader = new ChunkReader(streamGit(repository, ['cat-file', '--batch'], `${oids.join('\n')}\n`))
  for (;;) {
    const header = await reader.line()
    if (header === undefined) return
    const [oid, type, size] = header.split(' ')
    if (type === 'missing') throw missing(oid!)
    const bytes = await reader.take(Number(size))
    await reader.take(1)
    yield { oid: oid!, bytes }
  }
}

function missing(oid: string): RegistryError {
  return new RegistryError('R603', `The Git object \`${oid}\` is not in this repository.`, {
    fix: 'Fetch the complete repository: `git fetch --refetch --no-filter`.',
  })
}

/** Takes lines and byte counts from a stream of chunks. */
class ChunkReader {
  readonly #chunks: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  async line(): Promise<string | undefined> {
    let end = this.#held.indexOf(10)
    while (end < 0) {
      if (!(await this.#more())) return undefined
      end = this.#held.indexOf(10)
    }
    const text = this.#held.toString('utf8', 0, end)
    this.#held = this.#held.subarray(end + 1)
    return text
  }

  async take(length: number): Promise<Buffer> {
    while (this.#held.length < length && (await this.#more()));
    const bytes = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return bytes
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next()
    if (next.done) return false
    this.#held = this.#held.length > 0 ? Buffer.concat([this.#held, next.value]) : next.value
    return true
  }
}
