import fc from 'fast-check'
import type { Argument, KeyValueInput, Package, ServerJson, Transport } from '../../../model/server-json.ts'
import { hostileWord } from './hostile-word.ts'

const plain = fc.stringMatching(/^[A-Za-z][A-Za-z0-9._/-]{0,12}$/)
const word = fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: hostileWord })
const value = fc.oneof(
  word,
  fc.constantFrom('Bearer {token}', '{path}:/data', '{token}', '{other} {token}', ''),
)
const variables = fc.dictionary(
  fc.constantFrom('token', 'path', 'other'),
  fc.record(
    { description: word, isSecret: fc.boolean(), isRequired: fc.boolean(), default: word },
    { requiredKeys: [] },
  ),
)
const input = {
  description: word,
  value,
  default: fc.oneof(word, fc.constant('')),
  placeholder: word,
  choices: fc.array(word, { maxLength: 3 }),
  format: fc.constantFrom('string', 'number', 'boolean', 'filepath'),
  isRequired: fc.boolean(),
  isSecret: fc.boolean(),
  variables,
}
const named: fc.Arbitrary<KeyValueInput> = fc.record(
  {
    ...input,
    name: fc.oneof(
      fc.constantFrom('ACME_TOKEN', 'ACME_REGION', 'X-Api-Key', 'Authorization', '__proto__', ''),
      word,
    ),
  },
  { requiredKeys: ['name'] },
)
const argument: fc.Arbitrary<Argument> = fc.record(
  {
    ...input,
    type: fc.constantFrom('named', 'positional'),
    name: fc.oneof(fc.constantFrom('--port', '-e', '--key=', '-y', '-i'), word),
    valueHint: word,
    isRepeated: fc.boolean(),
  },
  { requiredKeys: ['type'] },
)
const url = fc.oneof(
  fc.constantFrom(
    'https://mcp.acme.com/mcp',
    'https://{host}/mcp',
    'https://mcp.acme.com/{token}',
    '{token}',
    'http://localhost:{--port}/',
  ),
  hostileWord,
)
const remote: fc.Arbitrary<Transport> = fc.record(
  {
    type: fc.constantFrom('streamable-http', 'sse'),
    url,
    headers: fc.array(named, { maxLength: 3 }),
    variables,
  },
  { requiredKeys: ['type', 'url'] },
)
const pack: fc.Arbitrary<Package> = fc.record(
  {
    registryType: fc.oneof(fc.constantFrom('npm', 'pypi', 'oci', 'nuget', 'mcpb', 'cargo'), word),
    registryBaseUrl: fc.oneof(
      fc.constantFrom('https://pypi.org', 'https://docker.io', 'https://npm.acme.com/'),
      word,
    ),
    identifier: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('@acme/search', 'acme-search', 'acme/search:1') },
      word,
    ),
    version: word,
    runtimeHint: fc.constantFrom('npx', 'uvx', 'docker', 'podman', 'rm'),
    transport: fc.oneof({ weight: 3, arbitrary: fc.constant({ type: 'stdio' }) }, remote),
    runtimeArguments: fc.array(argument, { maxLength: 2 }),
    packageArguments: fc.array(argument, { maxLength: 3 }),
    environmentVariables: fc.array(named, { maxLength: 3 }),
  },
  { requiredKeys: ['registryType', 'identifier', 'transport'] },
)

/** Documents of the right structure in which every text may be hostile. */
export const anyServer: fc.Arbitrary<ServerJson> = fc.record(
  {
    name: fc.oneof(
      fc.constant('com.acme/search'),
      fc.tuple(word, word).map(([namespace, name]) => `${namespace}/${name}`),
    ),
    title: word,
    description: word,
    version: word,
    packages: fc.array(pack, { maxLength: 2 }),
    remotes: fc.array(remote, { maxLength: 2 }),
  },
  { requiredKeys: ['name', 'description', 'version'] },
)
