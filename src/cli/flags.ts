/** The flags of all commands: what `parseArgs` wants to know of them, and what people do. */
export const FLAGS = {
  yes: { type: 'boolean', short: 'y', help: 'ask nothing, and go on with what was found' },
  json: { type: 'boolean', help: 'print one JSON document, and ask nothing' },
  'dry-run': { type: 'boolean', help: 'show what would happen, and change nothing' },
  web: { type: 'boolean', help: 'give a link to GitHub’s editor instead of opening the pull request' },
  'no-watch': { type: 'boolean', help: 'do not wait for the pull request to be merged' },
  offline: { type: 'boolean', help: 'do not look at package registries' },
  fix: { type: 'boolean', help: 'mend what has only one remedy, and show the difference' },
  format: { type: 'string', value: 'FORMAT', help: 'text (default), json, or github for annotations' },
  registry: { type: 'string', value: 'URL', help: 'another registry than the one this program came from' },
  name: { type: 'string', value: 'NAME', help: 'the name of the server, such as io.github.acme/weather' },
  description: { type: 'string', value: 'TEXT', help: 'what it does, in at most 100 characters' },
  version: { type: 'string', value: 'VERSION', help: 'its version' },
  reason: { type: 'string', value: 'TEXT', help: 'why; people see it beside the server' },
  'moved-to': { type: 'string', value: 'NAME', help: 'the server that takes its place' },
  algorithm: { type: 'string', value: 'NAME', help: 'ed25519 (default) or ecdsap384' },
  key: { type: 'string', value: 'FILE', help: 'the private key: PEM, or hex as mcp-publisher takes it' },
  signer: { type: 'string', value: 'COMMAND', help: 'a command that signs, where the key is kept elsewhere' },
  'signer-input': { type: 'string', value: 'WHAT', help: 'what --signer reads: text (default) or digest' },
  'public-key': { type: 'string', value: 'BASE64', help: 'the public key of --signer, as in its record' },
  domain: { type: 'string', value: 'DOMAIN', help: 'the domain that shows the record' },
  option: { type: 'string', value: 'KEY', help: 'which way to run it, such as package-0 or remote-0' },
  help: { type: 'boolean', short: 'h', help: 'show this text' },
} as const satisfies Record<string, Flag>

interface Flag {
  type: 'boolean' | 'string'
  short?: string
  /** What stands for the value in the help. */
  value?: string
  help: string
}

export type FlagName = keyof typeof FLAGS

export type Flags = { [Name in FlagName]?: (typeof FLAGS)[Name]['type'] extends 'boolean' ? boolean : string }
