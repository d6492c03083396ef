import { DEFAULT_POLICY, type Policy } from '../../src/catalog/policy.ts'
import type { Package } from '../../src/model/server-json.ts'
import { versionFolder } from '../../src/model/tree-path.ts'
import { CURRENT_SCHEMA_URL } from '../../src/validate/schema/dates.ts'
import { validateServerJson } from '../../src/validate/server-json.ts'
import type { Change, Publication } from '../../src/verify/change/change.ts'
import type { Context } from '../../src/verify/context.ts'
import { guardedWeb } from '../../src/verify/net/guarded-web.ts'
import type { WebClient } from '../../src/verify/net/web-client.ts'
import type { GateRule, Outcome } from '../../src/verify/rule.ts'

/** The server that packages have to name in these tests. */
export const SERVER = 'io.github.acme/weather'

export type PackageSketch = Partial<Package> & Pick<Package, 'registryType' | 'identifier'>

/** Publishes a server with these packages. */
export function publicationOf(packages: readonly PackageSketch[], name = SERVER): Publication {
  const version = '1.0.0'
  const document = {
    $schema: CURRENT_SCHEMA_URL,
    name,
    description: 'Weather reports',
    version,
    packages: packages.map((item) => ({ transport: { type: 'stdio' }, ...item })),
  }
  const bytes = Buffer.from(JSON.stringify(document, null, 2))
  const path = `${versionFolder(name, version)}/server.json`
  return {
    file: { path, status: 'added', mode: '100644', size: bytes.length, bytes },
    name,
    namespace: name.split('/')[0]!,
    version,
    validation: validateServerJson(bytes),
  }
}

export interface Asked {
  outcomes: Outcome[]
  /** The pauses that were made, in milliseconds, none of which took any time. */
  pauses: number[]
}

interface AskOptions {
  /** Instead of a client that reaches the mirrors only. */
  web?: WebClient
  /** Further addresses that may be reached. */
  trusted?: string[]
  /** Happens instead of every pause. */
  sleep?: () => Promise<void>
}

/** Asks a rule about publications, where only the given mirrors may be reached. */
export async function askRule(
  rule: GateRule,
  publications: readonly Publication[],
  packages: Policy['packages'],
  { web, trusted = [], sleep }: AskOptions = {},
): Promise<Asked> {
  const pauses: number[] = []
  const pause = async (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds)
    await sleep?.()
  }
  const quick = guardedWeb({
    allows: () => false,
    trusted: [...Object.values(packages), ...trusted],
    sleep: async () => {},
  })
  const context = { web: web ?? quick, policy: { ...DEFAULT_POLICY, packages }, sleep: pause }
  const outcomes = await rule.check({ publications } as unknown as Change, context as unknown as Context)
  return { outcomes, pauses }
}
