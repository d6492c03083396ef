import { rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { makeKey } from '../../publish/keys/make-key.ts'
import { show } from '../../validate/text/show.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { readAlgorithm } from '../keys/algorithm.ts'
import { parseDomain } from '../keys/domain.ts'
import { showRecord } from '../keys/show-record.ts'
import { usageError } from '../stop.ts'

export const keygen: Command = {
  name: 'keygen',
  takes: '[FILE]',
  does: 'Makes a key for the namespace of a domain',
  details:
    'The private key goes into a file that only you can read. The record of its public key goes where the domain shows it; it has the form of the official registry.',
  arguments: [['FILE', 'where the private key goes (default: key.pem); never over another file']],
  words: [0, 1],
  flags: ['algorithm', 'domain'],
  example: 'mcp-git keygen --domain acme.com',
  async run({ words: [file = 'key.pem'], flags }, { terminal, cwd }) {
    const algorithm = readAlgorithm(flags.algorithm)
    const domain = flags.domain === undefined ? undefined : parseDomain(flags.domain)
    const { pem, record } = makeKey(algorithm)
    writePrivately(resolve(cwd, file), pem, file)
    terminal.fact('Key', file, `${algorithm}, private: keep it, and keep it out of Git`)
    showRecord(record, domain, terminal)
    return { exit: EXIT.done, json: { file, algorithm, record } }
  },
}

/** Only its owner may read it, and a key that is there already is not lost to a new one. */
function writePrivately(path: string, pem: string, file: string): void {
  try {
    writeFileSync(path, pem, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') {
      throw usageError(`${show(file)} is there already, and a key is never replaced.`, 'Name another file.')
    }
    rmSync(path, { force: true })
    throw usageError(
      `${show(file)} cannot be written (${code}).`,
      'Check that its folder is there, and that you may write to it.',
    )
  }
}
