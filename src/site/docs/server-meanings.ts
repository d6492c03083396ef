const SECRET =
  '`true`: it is asked for without being shown, and kept out of files where a client can do that.'
const VARIABLES = 'What stands in the value as `{name}`, by name.'

/** The same for everything that a person may fill in. */
const input = (part: string): Record<string, string> => ({
  [`${part}.description`]: 'What people are asked for. Some clients ask for nothing that has no description.',
  [`${part}.format`]: 'What people type in; text where absent.',
  [`${part}.value`]: 'The value itself: nobody is asked. `{name}` stands for one of its `variables`.',
  [`${part}.default`]: 'What is in the field before people type.',
  [`${part}.choices`]: 'The values to choose from.',
  [`${part}.isRequired`]: '`true`: the server does not run without it.',
  [`${part}.isSecret`]: SECRET,
  [`${part}.placeholder`]: 'An example that is shown in the empty field.',
})

/** What each field of a server.json means, by the part of the reference and the field. */
export const MEANINGS: Readonly<Record<string, string>> = {
  'document.$schema': 'The schema that the file follows. New entries have the current one.',
  'document.name': 'The server name: namespace, slash, and a name of your own. It never changes.',
  'document.description': 'What it does, in one line. Lists and the search show it.',
  'document.version':
    'The version, exactly. This registry takes at most 64 of the characters `A–Z a–z 0–9 . _ + ~ -`.',
  'document.repository': 'Where its source is.',
  'document.websiteUrl': 'Its page, or its documentation.',
  'document.packages':
    'Programs that people run on their computers. A server has packages, remotes, or both.',
  'document.remotes': 'Addresses at which it answers.',
  'document._meta':
    'Data of your own, under `io.modelcontextprotocol.registry/publisher-provided`; at most 4 KiB.',
  'document.title': 'What people call it; the name is shown where absent.',
  'document.icons': 'Pictures for clients. This site loads none of them.',
  'package.registryType': '`npm`, `pypi`, `oci`, `nuget`, `mcpb` or `cargo`.',
  'package.registryBaseUrl': 'The package registry; the public one of its type where absent.',
  'package.identifier':
    'The name of the package; for an image its reference with the tag, for a bundle its address.',
  'package.version':
    'Exactly one version, and no range. An image has it in its tag, a bundle in its address.',
  'package.fileSha256': 'The SHA-256 of a bundle; only `mcpb` has it.',
  'package.runtimeHint': 'The program that runs the package, such as `npx`, `uvx` or `docker`.',
  'package.transport': 'How clients talk to it; `stdio` in most cases.',
  'package.runtimeArguments': 'Arguments of the program that runs it, in front of the package.',
  'package.packageArguments': 'Arguments of the server itself.',
  'package.environmentVariables': 'Variables that it reads.',
  'transport.type': 'A package may also have `stdio`, which has no further field.',
  'transport.url':
    'The address. That of a remote is public and has https or http; `{name}` stands for a variable.',
  'transport.headers': 'Headers that clients send with each request.',
  'transport.variables': 'What stands in the address as `{name}`, by name. Only remotes have it.',
  'setting.name': 'The name of the variable or header.',
  'setting.variables': VARIABLES,
  ...input('setting'),
  'argument.type': '`positional`: the value alone. `named`: a flag and its value.',
  'argument.name': 'The flag, such as `--port`. A named argument needs it.',
  'argument.valueHint':
    'What stands for the value in a command line. A positional argument needs this or `value`.',
  'argument.isRepeated': '`true`: it may be given several times.',
  'argument.variables': VARIABLES,
  ...input('argument'),
  ...input('input'),
  'repository.url': 'Its address, such as `https://github.com/acme/weather`.',
  'repository.source': '`github` or `gitlab`.',
  'repository.id': 'The id that the host gives it. It shows when a name is given to another repository.',
  'repository.subfolder': 'Where it is in the repository, where that holds several.',
  'icon.src': 'Its address.',
  'icon.mimeType': 'Its kind.',
  'icon.sizes': 'Its sizes: `48x48`, or `any`.',
  'icon.theme': 'The background that it is for.',
}
