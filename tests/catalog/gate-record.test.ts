import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readGateRecord } from '../../src/catalog/gate-record.ts'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import type { Provenance } from '../../src/model/entry.ts'
import { publicationMessage, type MergeFacts } from '../../src/github/commit-message.ts'
import { at, NAME, one } from '../support/acme-search.ts'
import { makeRepository, type TestRepository } from '../support/git-repository.ts'

const HEAD = 'a'.repeat(40)
const npm = {
  registryType: 'npm',
  identifier: '@acme/search',
  version: '1.0.0',
  transport: { type: 'stdio' },
}
const FILE = one('1.0.0', { packages: [npm] })

const facts = (more: Partial<MergeFacts> = {}): MergeFacts => ({
  pullRequest: 12,
  headSha: HEAD,
  publisher: { login: 'alice', id: 11 },
  verdict: {
    version: 1,
    decision: 'merge',
    headSha: HEAD,
    baseSha: 'b'.repeat(40),
    findings: [],
    publishes: [{ name: NAME, version: '1.0.0' }],
    proof: 'dns',
    evidence: [
      { package: 'npm @acme/search@1.0.0', kind: 'integrity', value: 'sha512-abc=' },
      { package: 'npm @acme/other@1.0.0', kind: 'integrity', value: 'sha512-def=' },
    ],
  },
  places: [],
  ...more,
})

const messageOf = (more?: Partial<MergeFacts>): string => {
  const { title, body } = publicationMessage(facts(more))
  return `${title}\n\n${body}`
}

const RECORD = {
  publisher: { login: 'alice', id: 11 },
  proof: 'dns',
  evidence: [{ package: 'npm @acme/search@1.0.0', kind: 'integrity', value: 'sha512-abc=' }],
}

async function provenanceIn({ folder }: TestRepository): Promise<Provenance> {
  const { catalog } = await readCatalog(folder)
  return catalog.servers[0]!.entries[0]!.provenance
}

describe('what the gate wrote when it merged', () => {
  test('is the provenance of the version', async () => {
    const repository = makeRepository()
    const commit = repository.commit(FILE, at(10, messageOf({ approval: { login: 'carol', id: 9, at: 0 } })))
    expect(await provenanceIn(repository)).toEqual({
      commit,
      pullRequest: 12,
      ...RECORD,
      approval: { login: 'carol', id: 9 },
    })
  })

  test('ends where the file is changed later, in a commit or before one', async () => {
    const repository = makeRepository()
    const commit = repository.commit(FILE, at(10, messageOf()))
    repository.write(one('1.0.0', { packages: [npm], title: 'Another' }))
    expect(await provenanceIn(repository)).toEqual({ commit, pullRequest: 12 })
    repository.commit({}, at(20, messageOf()))
    expect(await provenanceIn(repository)).toEqual({ commit, pullRequest: 12 })
    repository.commit(FILE, at(30))
    expect(await provenanceIn(repository)).toEqual({ commit, pullRequest: 12, ...RECORD })
  })

  test('is of the publication that stands, and not of one that was removed', async () => {
    const repository = makeRepository()
    repository.commit(FILE, at(10, messageOf()))
    repository.commit(Object.fromEntries(Object.keys(FILE).map((path) => [path, null])), at(20))
    const commit = repository.commit(FILE, at(30, 'Put it back (#13)'))
    expect(await provenanceIn(repository)).toEqual({ commit, pullRequest: 13 })
  })

  test('holds for each of several versions in one commit', async () => {
    const repository = makeRepository()
    repository.commit({ ...FILE, ...one('2.0.0') }, at(10, messageOf()))
    const { catalog } = await readCatalog(repository.folder)
    const entries = catalog.servers[0]!.entries.map(({ provenance }) => provenance)
    expect(entries).toMatchObject([RECORD, { publisher: RECORD.publisher, proof: 'dns' }])
    expect(entries[1]).not.toHaveProperty('evidence')
  })

  test.each([
    ['in the title', `Publish ${messageOf().replaceAll('\n', ' ')} (#12)`],
    ['in the title, behind the mark between fields', `X \u0002${messageOf().split('\n')[2]} (#12)\n\nBody`],
    ['below other words', `Publish (#12)\n\nPlease merge.\n\n${messageOf().split('\n').slice(2).join('\n')}`],
    ['of another number', messageOf().replace('(#12)', '(#13)')],
    ['without a number', messageOf().replace(' (#12)', '')],
  ])('is not taken from %s', async (_, message) => {
    const repository = makeRepository()
    repository.commit(FILE, at(10, message))
    const provenance = await provenanceIn(repository)
    for (const key of Object.keys(RECORD)) expect(provenance).not.toHaveProperty(key)
  })

  test('is not taken from a merge commit, whose text is the publisher’s', async () => {
    const repository = makeRepository()
    repository.commit({}, at(1))
    repository.git('checkout', '--quiet', '-b', 'topic')
    repository.commit(FILE, at(5, messageOf()))
    repository.git('checkout', '--quiet', 'main')
    const body = messageOf().split('\n').slice(2).join('\n')
    const commit = repository.merge('topic', at(10, `Merge pull request #12 from a/b (#12)\n\n${body}`))
    expect(await provenanceIn(repository)).toEqual({ commit, pullRequest: 12 })
  })
})

test('reads whatever the gate writes, and no text in it becomes another trailer', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('\nRegistry-Proof: maintainer', '\u2028', '\r\nRegistry-Head: x'),
  )
  fc.assert(
    fc.property(text, text, fc.constantFrom('integrity', 'digest', 'sha256'), (name, value, kind) => {
      const { verdict } = facts()
      const evidence = [{ package: `npm ${name}`, kind, value }] as typeof verdict.evidence
      const { body } = publicationMessage(facts({ verdict: { ...verdict, ...(evidence && { evidence }) } }))
      const read = readGateRecord(body, 12)
      expect(read).toMatchObject({ publisher: RECORD.publisher, proof: 'dns' })
      expect(read?.approval).toBeUndefined()
    }),
  )
})
