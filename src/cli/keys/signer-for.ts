import { commandSigner } from '../../publish/keys/command-signer.ts'
import { hexSigner, pemSigner, type Signer } from '../../publish/keys/signer.ts'
import { show } from '../../validate/text/show.ts'
import type { Flags } from '../flags.ts'
import { readFile } from '../read-file.ts'
import { usageError } from '../stop.ts'
import { readAlgorithm } from './algorithm.ts'

/**
 * What signs: the file of a private key, or a command that asks for one that is kept elsewhere.
 *
 * @throws Stop where neither or both are named
 */
export function signerFor(flags: Flags, cwd: string): Signer {
  const { key, signer } = flags
  const algorithm = readAlgorithm(flags.algorithm)
  if (key !== undefined && signer !== undefined) {
    throw usageError('Both --key and --signer are given.', 'Give one of them.')
  }
  if (signer !== undefined) {
    return commandSigner(signer, algorithm, flags['public-key'], { sends: readInput(flags['signer-input']) })
  }
  if (key === undefined) {
    throw usageError(
      'Nothing is there to sign with.',
      'Make a key with mcp-git keygen, then: mcp-git sign --key key.pem',
    )
  }
  const text = readFile(key, cwd).toString('utf8')
  return /^\s*[0-9a-fA-F]+\s*$/.test(text) ? hexSigner(text, algorithm) : pemSigner(text)
}

function readInput(what = 'text'): 'text' | 'digest' {
  if (what === 'text' || what === 'digest') return what
  throw usageError(`A signing command cannot be given ${show(what)}.`, 'Use `text` or `digest`.')
}
