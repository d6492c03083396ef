import type {
  Argument,
  Input,
  KeyValueInput,
  Package,
  ServerJson,
  Transport,
} from '../../model/server-json.ts'

const LOOKS_SECRET = /KEY|TOKEN|SECRET|PASS|PWD|CREDENTIAL/i

/** A value that a person must keep to themselves: declared so, or plainly so by its name. */
export function isSecret(input: Input & { name?: string }): boolean {
  return input.isSecret ?? (input.name !== undefined && LOOKS_SECRET.test(input.name))
}

/** Whether the publisher left the value to the person who installs the server. */
export function isAsked(input: Input): boolean {
  return input.value === undefined || /\{[^{}]+\}/.test(input.value)
}

/** The secrets that a package asks for: variables, arguments, and those inside them. */
export function secretsOfPackage(pack: Package): string[] {
  return [
    ...secretsIn(pack.environmentVariables),
    ...secretsIn(pack.runtimeArguments),
    ...secretsIn(pack.packageArguments),
    ...secretsOfTransport(pack.transport),
  ]
}

/** The secrets that an address asks for: headers and the variables of its URL. */
export function secretsOfTransport({ headers, variables }: Transport): string[] {
  return [...secretsIn(headers), ...secretVariables(variables)]
}

function secretsIn(inputs: readonly (KeyValueInput | Argument)[] = []): string[] {
  return inputs.flatMap((input) => {
    const inner = secretVariables(input.variables)
    if (inner.length > 0) return inner
    return isSecret(input) && isAsked(input) ? [input.name ?? 'value'] : []
  })
}

function secretVariables(variables: Record<string, Input> = {}): string[] {
  return Object.entries(variables)
    .filter(([name, input]) => isSecret({ name, ...input }))
    .map(([name]) => name)
}

/** What it takes to use a server in one of its ways. */
export const SETUPS = ['no-key', 'key', 'sign-in'] as const

export type Setup = (typeof SETUPS)[number]

export const SETUP_LABELS: Readonly<Record<Setup, string>> = {
  'no-key': 'asks for no key',
  key: 'asks for a key',
  'sign-in': 'may ask to sign in',
}

/** What the label means, for those who do not know it. */
export const SETUP_SENTENCES: Readonly<Record<Setup, string>> = {
  'no-key': 'Packages that start without a key, a token or a password.',
  key: 'Servers that want a key, a token or a password of yours.',
  'sign-in': 'Remotes that declare no key. Many of them ask you to sign in when you connect.',
}

/** Every way to set a server up; a remote that declares no key may still want an account, which nobody can see. */
export function setupsOf({ packages = [], remotes = [] }: ServerJson): Setup[] {
  const found = new Set<Setup>([
    ...packages.map((pack): Setup => (secretsOfPackage(pack).length > 0 ? 'key' : 'no-key')),
    ...remotes.map((remote): Setup => (secretsOfTransport(remote).length > 0 ? 'key' : 'sign-in')),
  ])
  return SETUPS.filter((setup) => found.has(setup))
}
