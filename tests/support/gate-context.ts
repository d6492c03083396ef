import { DEFAULT_POLICY } from '../../src/catalog/policy.ts'
import type { Owner } from '../../src/catalog/catalog.ts'
import { versionFolder } from '../../src/model/tree-path.ts'
import { validateServerJson } from '../../src/validate/server-json.ts'
import type { Change, Publication } from '../../src/verify/change/change.ts'
import type { Context } from '../../src/verify/context.ts'
import type { Dns } from '../../src/verify/net/dns.ts'
import type { WebClient } from '../../src/verify/net/web-client.ts'
import { Unreachable } from '../../src/verify/net/unreachable.ts'
import type { HeadRepository } from '../../src/verify/publisher.ts'
import { factsOf } from './github-world.ts'

/** The head of every fake change. */
export const HEAD_SHA = 'a'.repeat(40)
/** 2026-11-26T12:00:00Z */
const NOW = Date.UTC(2026, 10, 26, 12)

/** A context in which `bob` (account 7) publishes, nobody owns anything, and whatever else is asked is a mistake. */
export function fakeContext(overrides: Partial<Context> = {}): Context {
  const unexpected = (): never => {
    throw new Error('this test does not expect the question')
  }
  return {
    publisher: { login: 'bob', id: 7, type: 'User' },
    policy: DEFAULT_POLICY,
    featured: [],
    base: { read: async () => undefined, list: async () => [], has: async () => false },
    merged: { read: async () => undefined, list: async () => [], has: async () => false },
    mergedFiles: unexpected,
    index: unexpected,
    ownerOf: async () => undefined,
    ownership: unexpected,
    offline: false,
    github: factsOf({ accounts: { bob: { id: 7 } } }, HEAD_SHA),
    web: { get: unexpected, sha256: unexpected },
    dns: { txt: unexpected },
    now: NOW,
    ...overrides,
  }
}

/** `ownerOf` of a registry that has these owner.json files. */
export function owners(records: Record<string, Owner>): Context['ownerOf'] {
  return async (namespace) => records[namespace]
}

/** A change that adds versions, or does something else to the namespaces that are given. */
export function fakeChange(publications: readonly Publication[], namespaces: readonly string[] = []): Change {
  return {
    baseSha: 'b'.repeat(40),
    headSha: HEAD_SHA,
    mergedTree: 'c'.repeat(40),
    conflicts: [],
    files: publications.map(({ file }) => file),
    fileCount: publications.length,
    isForPeople: false,
    publications,
    namespaces: [...new Set([...namespaces, ...publications.map(({ namespace }) => namespace)])],
  }
}

/** A new version; `proof` is the content of its proof.json. */
export function fakePublication(name: string, version = '1.0.0', proof?: unknown): Publication {
  const bytes = Buffer.from(JSON.stringify({ name, version, description: 'A server' }))
  const [namespace = '', leaf = ''] = name.split('/')
  return {
    file: {
      path: `${versionFolder(name, version)}/server.json`,
      status: 'added',
      mode: '100644',
      size: bytes.length,
      bytes,
      place: { kind: 'server', namespace, name: leaf, version },
    },
    name,
    namespace,
    version,
    validation: validateServerJson(bytes),
    ...(proof !== undefined && { proof: Buffer.from(JSON.stringify(proof)) }),
  }
}

/** The branch `publish` in a fork of the registry. */
export function forkOf(owner: HeadRepository['owner'], more: Partial<HeadRepository> = {}): HeadRepository {
  const fullName = `${owner.login}/registry`
  return { fullName, owner, isRegistry: false, isForkOfRegistry: true, branch: 'publish', ...more }
}

/** Domains with their TXT records; `undefined` for one whose DNS does not answer. */
export function fakeDns(records: Record<string, readonly string[] | undefined>): Dns {
  return {
    async txt(domain) {
      const found = Object.hasOwn(records, domain) ? records[domain] : []
      if (!found) throw new Unreachable(`The DNS of \`${domain}\` did not answer.`)
      return [...found]
    },
  }
}

/** Addresses with their answers, 404 for all others; an error is thrown. Redirects are followed unless they are 0. */
export function fakeWeb(
  answers: Record<string, { status?: number; headers?: Record<string, string>; body?: string } | Error>,
): WebClient {
  const get: WebClient['get'] = async (url, options) => {
    const answer = answers[url] ?? { status: 404 }
    if (answer instanceof Error) throw answer
    const { status = 200, headers = {}, body = '' } = answer
    if (headers.location !== undefined && options?.redirects !== 0) return get(headers.location, options)
    return { status, headers: new Headers(headers), bytes: Buffer.from(body), url }
  }
  const unexpected = (): never => {
    throw new Error('only GET is expected')
  }
  return { get, sha256: unexpected }
}
