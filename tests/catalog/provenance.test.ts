import { describe, expect, test } from 'vitest'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import { at, one } from '../support/acme-search.ts'
import { makeRepository, type TestRepository } from '../support/git-repository.ts'

describe('the commit and the pull request of a version', () => {
  const provenanceOf = async ({ folder }: TestRepository): Promise<Record<string, unknown>> => {
    const { catalog } = await readCatalog(folder)
    return Object.fromEntries(
      catalog.servers[0]!.entries.map(({ version, provenance }) => [version, provenance]),
    )
  }

  test.each([
    ['Publish com.acme/search 1.0.0 (#12)', 12],
    ['Revert "Publish (#12)" (#34)', 34],
    ['Merge pull request #99 from the title (#12)', 12],
    ['Publish (#12) at last', undefined],
    ['Merge pull request #12 from someone/branch', undefined],
    ['Closes #12', undefined],
    ['(#99999999999)', undefined],
  ])('in a squashed commit, by %j', async (message, pullRequest) => {
    const repository = makeRepository()
    const commit = repository.commit(one('1.0.0'), at(10, message))
    expect(await provenanceOf(repository)).toEqual({
      '1.0.0': { commit, ...(pullRequest && { pullRequest }) },
    })
  })

  test.each([
    ['Merge pull request #12 from someone/branch', 12],
    ['Merge pull request #12 from someone/branch(#99)', 12],
    ['Take it (#12)', undefined],
  ])('in a merge, by %j', async (message, pullRequest) => {
    const repository = makeRepository()
    repository.commit({}, at(1))
    repository.git('checkout', '--quiet', '-b', 'topic')
    repository.commit(one('1.0.0'), at(5, 'Publish (#77)'))
    repository.git('checkout', '--quiet', 'main')
    const commit = repository.merge('topic', at(10, message))
    expect(await provenanceOf(repository)).toEqual({
      '1.0.0': { commit, ...(pullRequest && { pullRequest }) },
    })
  })

  test.each([
    ['control characters', 'a \u0001 b \u0002 c \u001b[31m (#12)'],
    ['something like a log', ':000000 100644 0000 1111 A (#12)'],
    ['quotes and markup', '"\'`$(x) <b> \\ \u202e (#12)'],
    ['a megabyte', `${'long '.repeat(200_000)}(#12)`],
    ['its own commit mark first', '\u0001\u0001 (#12)'],
    ['two lines of subject', 'Publish\nit (#12)\n\nBody (#13)'],
  ])('whatever the subject holds: %s', async (_, message) => {
    const repository = makeRepository()
    repository.write({ 'message.txt': message })
    repository.write(one('1.0.0'))
    repository.git('add', 'servers')
    repository.git(
      '-c',
      'user.name=x',
      '-c',
      'user.email=x',
      'commit',
      '--quiet',
      '--cleanup=verbatim',
      '-F',
      'message.txt',
    )
    const commit = repository.git('rev-parse', 'HEAD')
    repository.commit({ ...one('2.0.0'), 'message.txt': null }, at(3_000_000_000))
    expect(await provenanceOf(repository)).toMatchObject({ '1.0.0': { commit, pullRequest: 12 } })
  })
})
