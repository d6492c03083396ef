import type { ApiFile } from '../../../api/emit/api-file.ts'
import type { RegistryConfig } from '../../../catalog/config.ts'
import { packCli, toJson } from '../../../cli/pack/pack-cli.ts'
import { targetOf } from '../../../cli/pack/target-of.ts'

export const CLI_FILES = ['cli.tgz', 'cli.json']

/**
 * The command-line program of the registry, and what copies of other registries need to know to publish to this one.
 *
 * @param updatedAt microseconds since 1970
 */
export async function cliFiles(config: RegistryConfig, updatedAt: number): Promise<ApiFile[]> {
  const target = targetOf(config)
  return [
    { path: 'cli.tgz', body: await packCli(target), updatedAt },
    { path: 'cli.json', body: toJson(target), updatedAt },
  ]
}
