import { readGit } from '../catalog/git.ts'

/** A publication on the main branch, as its commit's trailers say. */
export interface MergedPull {
  number: number
  headSha: string
}

/** At most so many commits are looked at, newest first. */
const MOST = 100
const FIELD = '%x02'
const FORMAT = [trailer('Registry-Pull-Request'), trailer('Registry-Head')].join(FIELD)

/** The pull requests that the registry has merged last, newest first. */
export async function lastMergedPulls(folder: string, revision: string): Promise<MergedPull[]> {
  const log = await readGit(folder, [
    'log',
    '--first-parent',
    '-z',
    `-${MOST}`,
    `--format=${FORMAT}`,
    revision,
  ])
  return log.split('\0').flatMap((line) => {
    const [number = '', headSha = ''] = line.trim().split('\u0002')
    return /^\d+$/.test(number) && /^[0-9a-f]{40}$/.test(headSha) ? [{ number: Number(number), headSha }] : []
  })
}

function trailer(key: string): string {
  return `%(trailers:key=${key},valueonly,separator=%x2C)`
}
