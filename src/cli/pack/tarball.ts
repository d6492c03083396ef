import { gzipSync } from 'node:zlib'
import { Header } from 'tar'

const BLOCK = 512
/** The time that npm gives all files of a package: 26 October 1985. Zero is taken for a mistake by some tools. */
const TIME = new Date(499_162_500_000)
/** Where the gzip header names the operating system, and what stands there for none. */
const SYSTEM_BYTE = 9
const NO_SYSTEM = 255

/**
 * A gzipped tar archive as npm takes it, with everything in the folder `package`. The same files give the same bytes:
 * nothing of this machine is in it.
 *
 * @param files by path, in the order of the archive
 * @param executable the path that people run
 */
export function tarball(files: Readonly<Record<string, string>>, executable: string): Uint8Array {
  const blocks = Object.entries(files).flatMap(([path, text]) => {
    const content = Buffer.from(text)
    const header = Buffer.alloc(BLOCK)
    const mode = path === executable ? 0o755 : 0o644
    new Header({ path: `package/${path}`, mode, size: content.length, mtime: TIME, type: 'File' }).encode(
      header,
    )
    return [header, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]
  })
  const packed = gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]), { level: 9 })
  packed[SYSTEM_BYTE] = NO_SYSTEM
  return packed
}
