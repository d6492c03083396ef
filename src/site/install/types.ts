import type { Kind } from '../kinds.ts'

/** Something that a person fills in before a server can be used. */
export interface Field {
  /** Unique within its option: `environment.ACME_TOKEN`, `argument.0`, `header.X-Key.token`. */
  id: string
  /** What people know it as: a variable, a flag, a header. */
  name: string
  place: 'environment' | 'argument' | 'runtime' | 'header' | 'address'
  description?: string
  isRequired: boolean
  /** Declared secret, or plainly so by its name. */
  isSecret: boolean
  choices?: readonly string[]
  /** The publisher's default. */
  preset?: string
  placeholder?: string
  format?: 'number' | 'boolean' | 'filepath'
  isRepeated?: boolean
}

/** What a person has typed, by the ids of fields. A field that is absent or empty was not answered. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

/** One way to use a server, a package or a remote, with what has to be asked before. */
export interface InstallOption {
  /** The place in the entry: `package-0`, `remote-1`. */
  key: string
  kind: Kind
  label: string
  /** The package's identifier or the remote's address. */
  identifier: string
  /** Required ones first. */
  fields: readonly Field[]
  /** How it is started or reached; only the renderers of clients look inside. */
  launch: Launch
}

/** Literal text and the ids of fields whose answers go in between. */
export type Template = readonly (string | { field: string })[]

/** One or two tokens of a command line that stand or fall together. */
export interface ArgumentTemplate {
  tokens: readonly Template[]
  isRequired: boolean
}

export interface NamedTemplate {
  name: string
  value: Template
  isRequired: boolean
}

export type Launch = StdioLaunch | RemoteLaunch | DownloadLaunch

/** A program on the person's computer that talks over standard input and output, or, with `then`, at an address. */
export interface StdioLaunch {
  type: 'stdio'
  command: string
  args: readonly ArgumentTemplate[]
  environment: readonly NamedTemplate[]
  /** Where the started program is reached, if not over standard input and output. */
  then?: RemoteLaunch
}

export interface RemoteLaunch {
  type: 'http' | 'sse'
  url: Template
  headers: readonly NamedTemplate[]
}

/** A bundle to download and open, or a package that no client starts: there is nothing to render but the facts. */
export interface DownloadLaunch {
  type: 'download' | 'unknown'
  url?: string
  sha256?: string
}

/** What the instructions are about, besides the option. */
export interface InstallContext {
  /** The full server name: the key wherever a client matches with the registry. */
  name: string
  version: string
  title?: string
  description: string
  /** The registry's own address, with a `/` at the end. */
  registryUrl: string
  /** Windows needs `cmd /c` before `npx`, and other quoting. */
  isWindows?: boolean
}

/** One thing to do in a client. */
export type Instruction =
  | { type: 'link'; label: string; url: string }
  | { type: 'file'; path: string; language: 'json' | 'toml' | 'yaml'; text: string; note?: string }
  | { type: 'command'; shell: 'posix' | 'powershell'; text: string; note?: string }
  /** What to do by hand, such as an address to paste into a settings page. */
  | { type: 'text'; text: string; value?: string }

/** A program that uses MCP servers. */
export interface Client {
  id: string
  label: string
  /** What to do; empty where the client cannot use the option. */
  instructions(option: InstallOption, context: InstallContext, answers: Answers): Instruction[]
}
