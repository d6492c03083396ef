import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RegistryError } from '../src/model/registry-error.ts'

const repository = fileURLToPath(new URL('..', import.meta.url))

/** The folder with `servers/` and `registry.config.json`: `REGISTRY_ROOT`, or this repository. */
export const registryRoot = resolve(process.env.REGISTRY_ROOT || repository)

/** The folder that a build is written to: `REGISTRY_OUT`, or `dist` here. */
export const registryOut = resolve(process.env.REGISTRY_OUT || `${repository}/dist`)

/**
 * Insists that there is a registry to build: a mistyped root must not become an empty registry in place of a good one.
 *
 * @throws RegistryError R600
 */
export function requireRegistry(): void {
  if (['servers', 'registry.config.json'].some((name) => existsSync(join(registryRoot, name)))) return
  throw new RegistryError(
    'R600',
    `There is no registry in \`${registryRoot}\`: neither servers/ nor its settings.`,
    {
      fix: 'Point REGISTRY_ROOT at the folder with servers/ and registry.config.json.',
    },
  )
}
