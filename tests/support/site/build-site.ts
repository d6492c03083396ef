import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Builds a registry as a user does.
 *
 * @param project the folder with the code; this checkout by default
 * @throws Error with all that the build said, where it fails
 */
export async function buildSite(root: string, out: string, project = process.cwd()): Promise<void> {
  const env = {
    ...productionEnvironment(),
    REGISTRY_ROOT: root,
    REGISTRY_OUT: out,
    REGISTRY_URL: SITE_URL,
  }
  await run(process.execPath, ['scripts/build.ts'], { cwd: project, env, maxBuffer: 1 << 26 })
}

/**
 * The environment without what the test runner puts there: its values would make pages as for development, without
 * their content security policy.
 */
export function productionEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env, NODE_ENV: 'production', GITHUB_REPOSITORY: '' }
  for (const name of ['PROD', 'DEV', 'MODE']) Reflect.deleteProperty(environment, name)
  return environment
}

/** Below a sub-path, where an address that forgets its base is noticed. */
export const SITE_URL = 'https://registry.example/registry/'
