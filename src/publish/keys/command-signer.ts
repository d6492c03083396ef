import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { RegistryError } from '../../model/registry-error.ts'
import { show } from '../../validate/text/show.ts'
import type { Algorithm } from '../../verify/proofs/public-key.ts'
import { readSignature } from './read-signature.ts'
import type { Signer } from './signer.ts'
import { splitCommand } from './split-command.ts'

export interface CommandOptions {
  /**
   * What the program reads from its standard input: the text to sign, or its SHA-384 digest (48 bytes) for those that
   * sign what somebody else has hashed. Where a program wants the digest as an argument, `{digest}` in the command
   * stands for its base64.
   */
  sends?: 'text' | 'digest'
}

const DIGEST = '{digest}'
/** Somebody may have to touch a key or to confirm on a telephone. */
const LIMIT = 300_000
/** No signature is nearly as long. */
const MOST = 64 * 1024

const RUN_IT = 'Run it by itself, with any text as its input, and see what it says.'

/**
 * Signs by a program of the publisher, for keys that never leave a key service or a token: `aws kms sign …`. It is
 * started without a shell, and writes the signature to its standard output (see readSignature); what it has to say it
 * writes to standard error, which is the publisher's own.
 *
 * @param publicKey the `p=` of the key's record, by which the signature is checked
 * @throws RegistryError R652 where the command is none; its `sign` throws R652 where the program fails
 */
export function commandSigner(
  command: string,
  algorithm: Algorithm,
  publicKey?: string,
  { sends = 'text' }: CommandOptions = {},
): Signer {
  const [program = '', ...args] = splitCommand(command)
  const takesDigest = args.some((arg) => arg.includes(DIGEST))
  if (algorithm === 'ed25519' && (sends === 'digest' || takesDigest)) {
    throw new RegistryError('R652', 'Ed25519 signs the text itself, and never a digest of it.', {
      fix: `Give the program the text, and take ${DIGEST} out of its arguments.`,
    })
  }
  return {
    algorithm,
    ...(publicKey !== undefined && { publicKey }),
    async sign(text) {
      const digest = createHash('sha384').update(text).digest()
      const filled = args.map((arg) => arg.replaceAll(DIGEST, digest.toString('base64')))
      const output = await outputOf(program, filled, sends === 'digest' ? digest : text)
      const signature = readSignature(output, algorithm)
      if (signature) return signature
      throw failed(
        `${show(program)} gave ${output.length} bytes, which are no signature of \`${algorithm}\`.`,
        'It has to write nothing but the signature: its bytes, base64 of them, or DER.',
      )
    },
  }
}

function outputOf(program: string, args: readonly string[], input: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'], timeout: LIMIT })
    const chunks: Buffer[] = []
    let length = 0
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > MOST) child.kill()
      else chunks.push(chunk)
    })
    child.on('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'ENOENT' ? 'is not there' : `cannot be started (${error.code})`
      reject(failed(`The program ${show(program)} ${why}.`, 'Check its name, or give its whole path.'))
    })
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(chunks))
      else
        reject(failed(`${show(program)} ended with ${signal ?? `code ${code}`} and signed nothing.`, RUN_IT))
    })
    // A program that has its digest as an argument may never read this.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

function failed(message: string, fix: string): RegistryError {
  return new RegistryError('R652', message, { fix })
}
