import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('..', import.meta.url))

/** The folder with `servers/` and `registry.config.json`: `REGISTRY_ROOT`, or this repository. */
export const registryRoot = resolve(process.env.REGISTRY_ROOT || repository)

/** The folder that a build is written to: `REGISTRY_OUT`, or `dist` here. */
export const registryOut = resolve(process.env.REGISTRY_OUT || `${repository}/dist`)
