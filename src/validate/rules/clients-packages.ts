import type { DraftKeyValue, DraftPackage } from '../draft.ts'
import { isPublicBase } from '../registry-bases.ts'
import type { CheckedRule } from '../rule.ts'
import { show } from '../text/show.ts'

/** A warning never stands in the way of an entry, and mirrored records have nobody to read it. */
export const ADVICE = { severity: 'warning', mirrored: 'off' } as const

export const W1: CheckedRule<DraftPackage> = {
  ...ADVICE,
  code: 'W1',
  title: 'runtimeArguments break the installation in Eclipse and Xcode',
  why: 'Both replace their own arguments, among them the name of the package, by these.',
  fix: 'Do without `runtimeArguments` if you can.',
  example: '{"runtimeArguments": [{"type": "named", "name": "--network", "value": "host"}]}',
  check({ runtimeArguments = [] }, at, report) {
    if (runtimeArguments.length === 0) return
    const message =
      'Eclipse and Xcode replace their own arguments by the `runtimeArguments`, and cannot start the package.'
    report({ rule: this, path: [...at, 'runtimeArguments'], at: 'key', message })
  },
}

export const W2: CheckedRule<DraftPackage> = {
  ...ADVICE,
  code: 'W2',
  title: 'Environment variables do not reach a container in Eclipse and Xcode',
  why: 'Both start the image without `-e`.',
  fix: 'Offer a remote or another type of package beside the image.',
  example: '{"registryType": "oci", "environmentVariables": [{"name": "API_KEY"}]}',
  check({ registryType, environmentVariables = [] }, at, report) {
    if (registryType !== 'oci' || environmentVariables.length === 0) return
    const message = 'Eclipse and Xcode do not pass environment variables into a container.'
    report({ rule: this, path: [...at, 'environmentVariables'], at: 'key', message })
  },
}

export const W4: CheckedRule<DraftPackage> = {
  ...ADVICE,
  code: 'W4',
  title: 'The public registryBaseUrl is passed on as it is',
  why: 'VS Code hands it to the package manager, where it is not always the right kind of address.',
  fix: 'Remove `registryBaseUrl`; the public registry is meant without it.',
  example: '{"registryType": "pypi", "registryBaseUrl": "https://pypi.org"}',
  check({ registryType = '', registryBaseUrl = '' }, at, report) {
    if (registryBaseUrl === '' || !isPublicBase(registryType, registryBaseUrl)) return
    const message =
      'VS Code passes the `registryBaseUrl` to the package manager, which may not understand it.'
    report({ rule: this, path: [...at, 'registryBaseUrl'], at: 'key', message })
  },
}

export const W5: CheckedRule<DraftKeyValue> = {
  ...ADVICE,
  code: 'W5',
  title: 'VS Code does not ask for this value',
  why: 'It asks for a variable or header only if there is a description, a default or a list of choices.',
  fix: 'Add a `description`.',
  example: '{"environmentVariables": [{"name": "API_KEY", "isSecret": true}]}',
  check(input, at, report) {
    const { description, value, choices, variables, name = '' } = input
    if (description || value || variables || choices || Object.hasOwn(input, 'default')) return
    report({
      rule: this,
      path: at,
      message: `VS Code does not ask for ${show(name)}, which has no description.`,
    })
  },
}

/** Warnings about packages as a list; each names the first package that it is about. */
export const W8: CheckedRule<readonly DraftPackage[]> = {
  ...ADVICE,
  code: 'W8',
  title: 'Nothing installs an MCPB file by itself',
  why: 'Clients leave the download and the double click to the user.',
  fix: 'Offer an npm, PyPI or OCI package or a remote as well.',
  example: '{"packages": [{"registryType": "mcpb"}]}',
  check(packages, at, report) {
    if (packages.length === 0 || packages.some(({ registryType }) => registryType !== 'mcpb')) return
    report({ rule: this, path: at, at: 'key', message: 'Clients cannot install an MCPB file by themselves.' })
  },
}

export const W9: CheckedRule<readonly DraftPackage[]> = {
  ...ADVICE,
  code: 'W9',
  title: 'ToolHive wants exactly one OCI package',
  why: 'It refuses a server with two images, since it cannot know which one to run.',
  fix: 'Keep one image; publish variants as servers of their own.',
  example: '{"packages": [{"registryType": "oci"}, {"registryType": "oci"}]}',
  check(packages, at, report) {
    const count = packages.filter(({ registryType }) => registryType === 'oci').length
    if (count < 2) return
    const message = `ToolHive cannot choose among ${count} OCI packages.`
    report({ rule: this, path: at, at: 'key', message })
  },
}

export const W10: CheckedRule<readonly DraftPackage[]> = {
  ...ADVICE,
  code: 'W10',
  title: 'Docker leaves the server out of its catalog',
  why: 'It takes remotes, and packages of type `oci`, `pypi` or `npm` that use stdio.',
  fix: 'Offer a remote or such a package.',
  example: '{"packages": [{"registryType": "nuget", "transport": {"type": "stdio"}}]}',
  check(packages, at, report) {
    if (packages.length === 0 || packages.some(isForDocker)) return
    const message = 'Docker takes only remotes and packages of type `oci`, `pypi` or `npm` that use stdio.'
    report({ rule: this, path: at, at: 'key', message })
  },
}

function isForDocker({ registryType = '', transport }: DraftPackage): boolean {
  return ['oci', 'pypi', 'npm'].includes(registryType) && transport?.type === 'stdio'
}
