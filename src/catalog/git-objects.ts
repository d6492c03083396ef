import { RegistryError } from '../model/registry-error.ts'
import { streamGit } from './git.ts'
import { LARGEST_FILE } from './tree.ts'

/** A blob as Git holds it; `oversize` is the size of one that is too large to be read. */
export interface GitObject {
  oid: string
  bytes: Buffer
  oversize?: number
}

/**
 * Reads Git objects by id in one process, in the order of `oids`. A missing object is a `RegistryError` R603.
 * Source: `git cat-file --batch`.
 */
export async function* readObjects(repository: string, oids: readonly string[]): AsyncGenerator<GitObject> {
  if (oids.length === 0) return
  const output = streamGit(repository, ['cat-file', '--batch'], `${oids.join('\n')}\n`)
  try {
    yield* parseBatch(new ChunkReader(output))
  } finally {
    // Git would wait for ever for a reader that has had enough.
    await output.return(undefined)
  }
}

async function* parseBatch(reader: ChunkReader): AsyncGenerator<GitObject> {
  for (;;) {
    const header = await reader.line()
    if (header === undefined) return
    const [oid, type, length] = header.split(' ') as [string, string, string]
    if (type === 'missing') throw missing(oid)
    const size = Number(length)
    if (size > LARGEST_FILE) {
      await reader.skip(size + 1)
      yield { oid, bytes: Buffer.alloc(0), oversize: size }
    } else {
      const bytes = await reader.take(size)
      await reader.skip(1)
      yield { oid, bytes }
    }
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

  constructor(chunks: AsyncIterator<Buffer>) {
    this.#chunks = chunks
  }

  async line(): Promise<string | undefined> {
    let end = this.#held.indexOf(10)
    while (end < 0) {
      const next = await this.#next()
      if (!next) return undefined
      this.#held = Buffer.concat([this.#held, next])
      end = this.#held.indexOf(10)
    }
    const text = this.#held.toString('utf8', 0, end)
    this.#held = this.#held.subarray(end + 1)
    return text
  }

  async take(length: number): Promise<Buffer> {
    if (this.#held.length < length) {
      const parts = [this.#held]
      let missing = length - this.#held.length
      while (missing > 0) {
        const next = await this.#next()
        if (!next) break
        parts.push(next)
        missing -= next.length
      }
      this.#held = Buffer.concat(parts)
    }
    const bytes = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return bytes
  }

  async skip(length: number): Promise<void> {
    let left = length
    while (this.#held.length < left) {
      left -= this.#held.length
      const next = await this.#next()
      if (!next) return
      this.#held = next
    }
    this.#held = this.#held.subarray(left)
  }

  async #next(): Promise<Buffer | undefined> {
    const next = await this.#chunks.next()
    return next.done ? undefined : next.value
  }
}
