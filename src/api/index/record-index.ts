import { compareBytes } from '../../model/byte-order.ts'
import { FLAG_DELETED, FLAG_LATEST, type IndexHeader } from './format.ts'
import { asciiLowerCase, JoinedText } from './joined-text.ts'
import { TrigramTable } from './trigram-table.ts'

/**
 * What queries know about every record without reading it. Records are numbered in the order of the list: by name,
 * then by version, as bytes. Runs on any web-standard platform.
 */
export class RecordIndex {
  readonly servers: number
  readonly versions: number
  readonly shards: readonly [number, string][]
  /** Microseconds since 1970, by record. */
  readonly updatedAt: Float64Array
  /** First record of each server, and the number of records at the end. */
  readonly starts: Uint32Array
  readonly names: JoinedText
  readonly #offsets: Uint32Array
  readonly #flags: Uint8Array
  readonly #versionBytes: Uint8Array
  #versionText: JoinedText | undefined
  #lowerNames: JoinedText | undefined
  #table: TrigramTable | undefined
  readonly #withTable: boolean

  /**
   * @param bytes a file written by `encodeIndex`
   * @param withTable whether the first search makes a table for the later ones
   */
  constructor(bytes: Uint8Array, withTable = false) {
    this.#withTable = withTable
    const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
    const { buffer, byteOffset } = aligned
    const headerLength = new DataView(buffer, byteOffset).getUint32(0, true)
    const decoder = new TextDecoder()
    const header = JSON.parse(decoder.decode(aligned.subarray(4, 4 + headerLength))) as IndexHeader
    if (header.format !== 1) throw new Error(`unknown index format ${header.format}`)
    let at = byteOffset + 4 + headerLength
    const take = (length: number): number => (at += length) - length
    this.servers = header.servers
    this.versions = header.versions
    this.shards = header.shards
    this.updatedAt = new Float64Array(buffer, take(8 * header.versions), header.versions)
    this.starts = new Uint32Array(buffer, take(4 * (header.servers + 1)), header.servers + 1)
    this.#offsets = new Uint32Array(buffer, take(4 * header.versions), header.versions)
    this.#flags = new Uint8Array(buffer, take(header.versions), header.versions)
    const names = new Uint8Array(buffer, take(header.nameBytes), header.nameBytes)
    this.names = new JoinedText(decoder.decode(names), header.servers)
    this.#versionBytes = new Uint8Array(buffer, take(header.versionBytes), header.versionBytes)
  }

  /** Only some queries look at versions, so their text is decoded when the first one does. */
  get versionText(): JoinedText {
    return (this.#versionText ??= new JoinedText(new TextDecoder().decode(this.#versionBytes), this.versions))
  }

  isLatest(record: number): boolean {
    return (this.#flags[record]! & FLAG_LATEST) !== 0
  }

  isDeleted(record: number): boolean {
    return (this.#flags[record]! & FLAG_DELETED) !== 0
  }

  /** The server with exactly this name; -1 where there is none. */
  serverNamed(name: string): number {
    const server = this.firstServerFrom(name)
    return server < this.servers && this.names.at(server) === name ? server : -1
  }

  /** The first server whose name is not below `name`. */
  firstServerFrom(name: string): number {
    return lowerBound(0, this.servers, (server) => compareBytes(this.names.at(server), name) < 0)
  }

  /** The servers from `first` on whose name contains `part`, ignoring the case of ASCII letters. */
  serversNamedLike(part: string, first: number): Iterable<number> {
    const wanted = asciiLowerCase(part)
    const names = (this.#lowerNames ??= this.names.toLowerCase())
    if (this.#withTable) this.#table ??= new TrigramTable(names)
    return this.#table?.containing(wanted, first) ?? names.containing(wanted, first)
  }

  /** The records of the server with exactly this name, none where there is no such server. */
  recordsOf(name: string): number[] {
    const server = this.serverNamed(name)
    if (server < 0) return []
    const first = this.starts[server]!
    return Array.from({ length: this.starts[server + 1]! - first }, (_, i) => first + i)
  }

  /** The server that a record belongs to. */
  serverOf(record: number): number {
    return lowerBound(0, this.servers, (server) => this.starts[server + 1]! <= record)
  }

  /** The number of the shard that holds a server. */
  shardOf(server: number): number {
    return lowerBound(0, this.shards.length, (shard) => (this.shards[shard + 1]?.[0] ?? Infinity) <= server)
  }

  /** Where a record's line lies in its shard; without an end where it is the last one. */
  rangeOf(record: number, server: number): [number, number | undefined] {
    const nextServer = record + 1 < this.starts[server + 1]! ? server : server + 1
    const isLast = record + 1 === this.versions || this.shardOf(nextServer) !== this.shardOf(server)
    return [this.#offsets[record]!, isLast ? undefined : this.#offsets[record + 1]!]
  }
}

/** The first number of `[low, high)` for which `isBelow` is false; `high` where there is none. */
function lowerBound(low: number, high: number, isBelow: (value: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBelow(middle)) low = middle + 1
    else high = middle
  }
  return low
}
