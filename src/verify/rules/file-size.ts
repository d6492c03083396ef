import { show } from '../../validate/text/show.ts'
import { LIMITS } from '../change/limits.ts'
import type { GateRule } from '../rule.ts'

/** Security B9. Sizes are asked before anything is read. */
export const FILE_SIZE: GateRule = {
  code: 'R105',
  title: 'A file is too large',
  passed: `No file is larger than ${LIMITS.fileBytes / 1024} KiB.`,
  why: 'A server.json of a real server has a few thousand bytes. Everybody who reads the registry reads them all.',
  fix: 'Shorten the file; pictures and documentation belong on the server’s own site.',
  example: 'servers/al/io.github.alice/weather/1.0.0/server.json (300 KiB)',
  check: ({ files }) =>
    files
      .filter(({ size }) => size > LIMITS.fileBytes)
      .map(({ path, size }) => ({
        status: 'fail',
        path,
        message: `${show(path)} has ${size} bytes; at most ${LIMITS.fileBytes} are taken.`,
      })),
}
