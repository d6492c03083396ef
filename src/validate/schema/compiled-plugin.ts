import { fileURLToPath } from 'node:url'
import { CURRENT_SCHEMA_DATE, type SchemaDate } from './dates.ts'

/** What a bundler asks of this plugin: the common part of Rollup, rolldown and Vite. */
interface BundlerPlugin {
  name: string
  load: {
    filter: { id: RegExp }
    handler(id: string): Promise<{ code: string; moduleType: 'js' } | undefined>
  }
  /** For Vite, which bundles the pages for the build as well: those run in Node, which may compile. */
  applyToEnvironment(environment: { config: { consumer: 'client' | 'server' } }): boolean
}

const REPLACED = new Map([
  [pathOf('./first-error.ts'), { allErrors: false }],
  [pathOf('./every-error.ts'), { allErrors: true }],
])

/**
 * Puts validators that Ajv wrote into a bundle, in place of Ajv, its compiler and the schemas. A page's content
 * security policy forbids making functions from text, and the compiler would be most of the bundle.
 *
 * @param dates the schemas to have. The gate takes new versions by the current one only, and the rules beside it
 *   cover all of it, so a bundle that judges what is about to be published needs no other.
 */
export function compiledSchemas(dates: readonly SchemaDate[] = [CURRENT_SCHEMA_DATE]): BundlerPlugin {
  return {
    name: 'compiled-schemas',
    load: {
      // Asked for every module, a bundler of another language would wait for this thread each time.
      filter: { id: /\/(first|every)-error\.ts/ },
      async handler(id) {
        const options = REPLACED.get(id.split('?', 1)[0]!)
        if (!options) return undefined
        const { standaloneModule } = await import('./standalone.ts')
        return { code: standaloneModule(dates, options), moduleType: 'js' }
      },
    },
    applyToEnvironment: ({ config }) => config.consumer === 'client',
  }
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url))
}
