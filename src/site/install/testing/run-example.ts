import type { ServerJson } from '../../../model/server-json.ts'
import { CLIENTS } from '../clients/index.ts'
import { installOptions } from '../options.ts'
import type { Answers, InstallContext, Instruction } from '../types.ts'

/** A server with one package and one remote, both of which want a key. */
export const ACME: ServerJson = {
  name: 'com.acme/search',
  title: 'Acme Search',
  description: 'Search Acme',
  version: '1.2.3',
  packages: [
    {
      registryType: 'npm',
      identifier: '@acme/search',
      version: '1.2.3',
      transport: { type: 'stdio' },
      environmentVariables: [
        { name: 'ACME_API_KEY', description: 'Acme API key', isRequired: true, isSecret: true },
      ],
    },
  ],
  remotes: [
    {
      type: 'streamable-http',
      url: 'https://mcp.acme.com/mcp',
      headers: [{ name: 'X-Api-Key', description: 'Acme API key', isRequired: true, isSecret: true }],
    },
  ],
}

export function contextOf(
  { name, title, description, version }: ServerJson,
  more: Partial<InstallContext> = {},
): InstallContext {
  const registryUrl = 'https://reg.acme.com/'
  return { name, version, ...(title && { title }), description, registryUrl, ...more }
}

/** What a client is told about one option of a server. */
export function toldTo(
  client: string,
  server: ServerJson,
  option: string,
  { answers = {}, isWindows = false }: { answers?: Answers; isWindows?: boolean } = {},
): Instruction[] {
  const chosen = installOptions(server).find(({ key }) => key === option)!
  const { instructions } = CLIENTS.find(({ id }) => id === client)!
  return instructions(chosen, contextOf(server, { isWindows }), answers)
}

/** The texts of all steps of a type. */
export function textsOf<T extends Instruction['type']>(steps: readonly Instruction[], type: T): string[] {
  return steps
    .filter((step) => step.type === type)
    .map((step) => (step.type === 'link' ? step.url : step.text))
}
