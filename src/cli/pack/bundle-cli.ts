import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { compiledSchemas } from '../../validate/schema/compiled-plugin.ts'
import { bundledPackages, type BundledPackage } from './bundled-packages.ts'
import { publicNpm } from './public-npm.ts'

export interface CliBundle {
  /** One ECMAScript module, which imports nothing but what Node brings. */
  code: string
  packages: BundledPackage[]
}

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

/** Puts the program and all it needs into one file, for Node 20.12 and later, which its prompts need. The same sources give the same text. */
export async function bundleCli(): Promise<CliBundle> {
  const bundle = await rolldown({
    input: MAIN,
    platform: 'node',
    // Some libraries have a second form for Node, which loads its parts by names that a bundle does not have.
    resolve: { mainFields: ['module', 'main'] },
    transform: { target: 'node20.12' },
    plugins: [compiledSchemas(), publicNpm()],
    // The build of a site takes the processors at the same time, and how long this took is no news to an operator.
    checks: { pluginTimings: false },
  })
  try {
    const {
      output: [{ code, modules }],
    } = await bundle.generate({
      format: 'esm',
      minify: true,
      codeSplitting: false,
      banner: '#!/usr/bin/env node',
    })
    const sizes = Object.entries(modules).map(([path, { renderedLength }]): [string, number] => [
      path,
      renderedLength,
    ])
    return { code, packages: bundledPackages(sizes) }
  } finally {
    await bundle.close()
  }
}
