import type { ErrorTexts } from './error-texts.ts'

/** What `mcp-git sign` says about keys and signing commands. */
export const KEY_ERRORS: readonly ErrorTexts[] = [
  {
    code: 'R650',
    title: 'The key cannot be used',
    why: 'Signatures are made with Ed25519 or ECDSA P-384. The file holds another kind, a public key, a key behind a passphrase, or nothing that can be read.',
    fix: 'Give the private key as a PEM file, or in hexadecimal digits as the official tool takes it. `mcp-git keygen` makes one.',
    example: 'mcp-git sign --key rsa.pem',
  },
  {
    code: 'R651',
    title: 'The signature does not fit the public key',
    why: 'It would be refused in the pull request, so it is not written.',
    fix: 'Sign with the key whose record the domain publishes, or give the `p=` of that record as `--public-key`.',
    example: 'mcp-git sign --signer ./sign.sh --public-key BASE64-OF-ANOTHER-KEY',
  },
  {
    code: 'R652',
    title: 'The signing command gives no signature',
    why: 'It is started without a shell, gets the text on standard input, and has to write the signature and nothing else.',
    fix: 'Run it by itself with any text as its input. Arguments with spaces stand in quotes; pipes and variables mean nothing.',
    example: "mcp-git sign --signer 'aws kms sign --key-id alias/mcp | jq .Signature'",
  },
]
