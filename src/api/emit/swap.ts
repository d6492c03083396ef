import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/**
 * Builds into a folder beside `out` and puts it in `out`'s place when it is complete. A build that fails, or is
 * interrupted, leaves `out` as it was and nothing beside it.
 */
export async function buildAside(
  out: string,
  build: (folder: string) => Promise<void> | void,
): Promise<void> {
  const target = resolve(out)
  mkdirSync(dirname(target), { recursive: true })
  const aside = mkdtempSync(join(dirname(target), `.build-${basename(target)}-`))
  const clean = (): void => rmSync(aside, { recursive: true, force: true })
  const interrupted = (): void => {
    clean()
    process.exit(130)
  }
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted)
  try {
    const fresh = join(aside, 'new')
    mkdirSync(fresh)
    await build(fresh)
    if (existsSync(target)) renameSync(target, join(aside, 'old'))
    renameSync(fresh, target)
  } finally {
    clean()
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
  }
}
