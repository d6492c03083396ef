import { list, oneOf, struct, text, type Decode } from './decode.ts'

const given = struct({ 'name!': text, 'value!': text })

const packageOf = struct({
  'registryType!': oneOf('npm', 'pypi', 'oci'),
  'identifier!': text,
  version: text,
  'transport!': struct({ 'type!': oneOf('stdio') }),
  packageArguments: list(struct({ 'type!': oneOf('positional'), 'value!': text })),
  environmentVariables: list(given),
})

const remote = struct({ 'type!': oneOf('streamable-http', 'sse'), 'url!': text, headers: list(given) })

const server: Decode = (value, at) => {
  struct({
    'name!': text,
    title: text,
    'description!': text,
    'version!': text,
    packages: list(packageOf),
    remotes: list(remote),
  })(value, at)
  const { name, description, packages, remotes } = value as {
    name: string
    description: string
    packages?: unknown[]
    remotes?: unknown[]
  }
  if (!/^[a-zA-Z0-9._-]+$/.test(name)) throw new TypeError(`${at}.name: ${name} has a character too many`)
  if ([...description].length > 100) throw new TypeError(`${at}.description is longer than 100`)
  const offers = [packages, remotes].filter((offer) => offer !== undefined)
  if (offers.length !== 1 || offers[0]!.length !== 1)
    throw new TypeError(`${at} offers not exactly one thing`)
}

/**
 * Reads the governance file of Kiro and Amazon Q Developer.
 *
 * @returns the names in it
 * @throws TypeError where a rule of that file is broken
 */
export function readKiroFile(document: string): string[] {
  const value = JSON.parse(document) as { servers: { server: { name: string } }[] }
  struct({ 'servers!': list(struct({ 'server!': server })) })(value, 'file')
  return value.servers.map(({ server: { name } }) => name)
}
