import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { bundleCli, type CliBundle } from './bundle-cli.ts'

/**
 * The bundle of an earlier build where the code is the same, and else a new one. There is one file for all, because
 * old ones are of no use.
 *
 * @param file where the bundle is kept between builds
 * @param key stands for all code that it is made of
 */
export async function keptBundle(file: string, key: string): Promise<CliBundle> {
  const kept = read(file)
  if (kept?.key === key) return kept.bundle
  const bundle = await bundleCli()
  mkdirSync(dirname(file), { recursive: true })
  // Two builds may do this at once.
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, JSON.stringify({ key, bundle }))
  renameSync(aside, file)
  return bundle
}

function read(file: string): { key: string; bundle: CliBundle } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
