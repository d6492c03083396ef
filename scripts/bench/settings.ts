import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIG_FILE } from '../../src/catalog/config.ts'
import type { Ground } from './figure.ts'

export type Profile = 'tree' | 'edge'

/** Sets the profile of the measured registry. Gives the environment in which commands build it into `out`. */
export function configure({ registry }: Ground, profile: Profile, out: string): NodeJS.ProcessEnv {
  writeFileSync(join(registry, CONFIG_FILE), JSON.stringify({ title: 'Measured registry', profile }))
  return { REGISTRY_ROOT: registry, REGISTRY_OUT: out, REGISTRY_URL: '', GITHUB_REPOSITORY: '' }
}
