import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { RegistryError } from '../../model/registry-error.ts'

export interface AsideOptions {
  /** Where to build, for tools that insist on a place; beside `out` where absent. */
  workshop?: string
  /** Ends what may still write into the folder, before it is removed. */
  stop?: () => Promise<void>
}

/** Puts what was built into place, for whoever knows more than to exchange the whole folder. */
export type Place = (ready: string, target: string) => void

/** What a build gives back. */
interface Built {
  place?: Place
}

/**
 * Builds into a folder aside and puts it in `out`'s place when it is complete. A build that fails, or is interrupted,
 * leaves `out` as it was and nothing else.
 *
 * @param build fills the folder that it is given, and may say how its content is put into place
 * @returns what `build` gave back, once that is done
 * @throws RegistryError R609 where `out` holds something that is not a build
 */
export async function buildAside<B extends Built | void>(
  out: string,
  build: (folder: string) => Promise<B> | B,
  { workshop, stop = async () => {} }: AsideOptions = {},
): Promise<B> {
  const target = resolve(out)
  refuseForeign(target)
  mkdirSync(dirname(target), { recursive: true })
  const beside = mkdtempSync(join(dirname(target), `.build-${basename(target)}-`))
  const bench = workshop ? mkdtempSync(join(workshop, '.build-')) : beside
  let isDone = false
  const clean = async (): Promise<void> => {
    await stop()
    if (!isDone) rmSync(beside, { recursive: true, force: true })
    rmSync(bench, { recursive: true, force: true })
  }
  const interrupted = (): void => {
    void clean().finally(() => process.exit(130))
  }
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted)
  try {
    const fresh = join(bench, 'new')
    mkdirSync(fresh)
    const built = await build(fresh)
    const ready = join(beside, 'ready')
    move(fresh, ready)
    if (built?.place) built.place(ready, target)
    else exchange(ready, target, join(beside, 'old'))
    isDone = true
    removeAside(beside)
    return built
  } finally {
    await clean()
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
  }
}

/** The new build is in place, and nobody has to wait until 350,000 files of the old one are gone. */
function removeAside(folder: string): void {
  const remove = 'fs.rmSync(process.argv[1], { recursive: true, force: true })'
  spawn(process.execPath, ['-e', remove, folder], { detached: true, stdio: 'ignore' }).unref()
}

/** What is not a build was not made here, and is not ours to replace: a checkout, somebody's folder, a file. */
function refuseForeign(target: string): void {
  if (!existsSync(target) || existsSync(join(target, 'r/head.json'))) return
  if (statSync(target).isDirectory() && readdirSync(target).length === 0) return
  throw new RegistryError('R609', `\`${target}\` is there already, and is not a built registry.`, {
    fix: 'Name another folder in REGISTRY_OUT, or remove this one.',
  })
}

/** Should the new build not go into place, the old one goes back. */
function exchange(ready: string, target: string, old: string): void {
  const hadOne = existsSync(target)
  if (hadOne) renameSync(target, old)
  try {
    renameSync(ready, target)
  } catch (error) {
    if (hadOne) renameSync(old, target)
    throw error
  }
}

/** `out` may be on another disk, such as a volume of a container. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    cpSync(from, to, { recursive: true, preserveTimestamps: true })
  }
}
