import type { ServerJson } from '../../model/server-json.ts'
import type { FileReport } from '../../validate/report/report.ts'
import { validateServerJson } from '../../validate/server-json.ts'
import type { World } from '../world.ts'
import { checkPackages, type PackageReport } from './packages.ts'

/** What is known about a server.json before anybody else sees it. */
export interface Judgement {
  report: FileReport
  document?: ServerJson
  packages: PackageReport[]
}

/**
 * Judges a server.json by the rules of the registry and, where that is wanted and worth it, looks at its packages.
 *
 * @param file as the person knows it
 */
export async function judgeFile(
  file: string,
  bytes: Uint8Array | string,
  world: Pick<World, 'target' | 'fetch' | 'sleep'>,
  { offline }: { offline: boolean },
): Promise<Judgement> {
  const { valid, findings, document } = validateServerJson(bytes)
  const text = typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const packages = document && valid && !offline ? await checkPackages(document, text, world) : []
  const all = [...findings, ...packages.flatMap(({ finding }) => finding ?? [])]
  const report: FileReport = {
    file,
    valid: all.every(({ severity }) => severity !== 'error'),
    findings: all,
    ...(all.length > 0 && { text }),
  }
  return { report, packages, ...(document && { document }) }
}
