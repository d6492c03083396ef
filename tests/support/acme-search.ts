import { readCatalog } from '../../src/catalog/read-catalog.ts'
import { versionFolder } from '../../src/model/tree-path.ts'
import { makeRepository, type TestRepository } from './git-repository.ts'
import { serverFile, statementText, statusFile } from './registry-files.ts'
import { summaryOf } from './summary.ts'

/** The server that the tests of the catalog are about; their clocks count seconds from the epoch. */
export const NAME = 'com.acme/search'
export const EPOCH = 1_750_000_000
export const NOW = { now: (EPOCH + 999) * 1_000_000 }

export const at = (seconds: number, message?: string): { at: number; message?: string } => ({
  at: EPOCH + seconds,
  ...(message && { message }),
})

export const one = (version: string, more: object = {}): Record<string, string> => {
  return serverFile(NAME, version, more)
}

export const pathOf = (version: string): string => `${versionFolder(NAME, version)}/server.json`

export const moderation = (folder: string, status: string, reason: string): Record<string, string> => ({
  [`${folder}/moderation.md`]: statementText({ status, reason }),
})

/** What a sound repository's catalog says. */
export async function summary({ folder }: TestRepository): Promise<Record<string, string>> {
  const { catalog, problems } = await readCatalog(folder, NOW)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return summaryOf(catalog, EPOCH)
}

/** A repository with a bit of everything: its catalog says `EXPECTED`. */
export function makeRegistry(prefix = '', ...initOptions: string[]): TestRepository {
  const repository = makeRepository(...initOptions)
  const below = (files: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${prefix}${path}`, text]))
  repository.commit(below({ ...one('1.0.0'), ...serverFile('io.github.Zoe-x/odd', '1+é 😀') }), at(10))
  repository.commit(below(one('2.0.0')), at(20))
  repository.commit(below(statusFile(NAME, '2.0.0', 'deprecated', 'Old')), at(30))
  repository.commit(below(statusFile(NAME, '2.0.0', 'deleted', 'Gone')), at(40))
  repository.commit(below(one('1.0.0', { title: 'Edited' })), at(50))
  return repository
}

export const EXPECTED = {
  'com.acme/search 1.0.0': 'active 10/10/50 latest',
  'com.acme/search 2.0.0': 'deleted 20/40/40 "Gone"',
  'io.github.Zoe-x/odd 1+é 😀': 'active 10/10/10 latest',
}
