import type { Owner } from '../../../catalog/catalog.ts'
import {
  fakeChange,
  fakeContext,
  fakeDns,
  fakePublication,
  fakeWeb,
  HEAD_SHA,
  owners,
} from '../../../../tests/support/gate-context.ts'
import { factsOf, type World } from '../../../../tests/support/github-world.ts'
import type { Publication } from '../../change/change.ts'
import type { Context } from '../../context.ts'
import type { Dns } from '../../net/dns.ts'
import { findOwnership } from '../find-ownership.ts'
import type { Ownership } from '../ownership.ts'

export const SINCE = '2026-01-01T00:00:00Z'
export const ALICE = { id: 1, login: 'alice', type: 'User' as const }
export const BOB = { id: 7, login: 'bob', type: 'User' as const }
export const ACME = { id: 5, login: 'acme', type: 'Organization' as const }
/** Two people, and an organisation that one of them is a public member of. */
export const WORLD: World = {
  accounts: { alice: { id: 1 }, bob: { id: 7 }, acme: { id: 5, type: 'Organization' } },
  members: { acme: ['bob'] },
}

/** Asks for the ownership of a namespace in that world; `record` is its owner.json. */
export function find(
  namespace: string,
  overrides: Partial<Context> & { world?: Partial<World>; record?: Owner } = {},
  versions: readonly Publication[] = [fakePublication(`${namespace}/weather`)],
): Promise<Ownership> {
  const { world, record, ...more } = overrides
  const context = fakeContext({
    github: factsOf({ ...WORLD, ...world }, HEAD_SHA),
    dns: fakeDns({}),
    web: fakeWeb({}),
    ownerOf: owners(record ? { [namespace]: record } : {}),
    ...more,
  })
  return findOwnership(namespace, fakeChange(versions, [namespace]), context)
}

export function kindsOf(tried: Ownership['tried']): string[] {
  return tried.map(({ proof }) => proof.kind)
}

/** The TXT records of `acme.com`. */
export function acmeDns(...records: string[]): Dns {
  return fakeDns({ 'acme.com': records })
}

export function recordOf(proof: string, account: Partial<Owner> = {}): Owner {
  return { ...account, proof, since: SINCE }
}
