import type { Context } from '../context.ts'
import type { Publisher } from '../publisher.ts'
import { kindOf } from './namespace-kind.ts'

/** A GitHub account as far as it is known. With a network, its id always is. */
export interface Account {
  id?: number
  login: string
  /** Absent offline, where nobody knows. */
  type?: 'User' | 'Organization'
}

type Identity = { id?: number | undefined; login: string }

/** The accounts behind a namespace. Both may be the same one. */
export interface NamespaceAccounts {
  /** Whom owner.json names. A login can have changed since; the id cannot. */
  recorded?: Account
  /** Who has the login now. */
  present?: Account
}

/**
 * The accounts that an `io.github.` namespace may belong to; `undefined` for any other namespace. Letter case of the
 * login does not count, as on GitHub.
 *
 * @throws Unreachable
 */
export async function accountsOf(
  namespace: string,
  { github, offline, ownerOf }: Context,
): Promise<NamespaceAccounts | undefined> {
  const kind = kindOf(namespace)
  if (kind.kind !== 'account') return undefined
  const { id, login = kind.login, type } = (await ownerOf(namespace)) ?? {}
  const isKnown = id !== undefined || offline
  const recorded = isKnown && { ...(id !== undefined && { id }), login, ...(type && { type }) }
  const present = offline ? { login: kind.login } : await presentAccount(kind.login, github)
  return { ...(recorded && { recorded }), ...(present && { present }) }
}

async function presentAccount(login: string, github: Context['github']): Promise<Account | undefined> {
  const account = await github.account(login)
  return account && account.type !== 'Bot' ? { ...account, type: account.type } : undefined
}

/** Both of them, the recorded one first. */
export function listed({ recorded, present }: NamespaceAccounts): Account[] {
  return [recorded, present].filter((account) => account !== undefined)
}

/** By id; by login only offline, where an id can be unknown (security D1). */
export function isSame(a: Identity, b: Identity, { offline }: Pick<Context, 'offline'>): boolean {
  if (a.id !== undefined && b.id !== undefined) return a.id === b.id
  return offline && a.login.toLowerCase() === b.login.toLowerCase()
}

/**
 * Completes an account that was given by its login, as on a laptop.
 *
 * @throws Unreachable
 */
export async function identify<T extends { login: string; id?: number }>(
  account: T,
  { github, offline }: Context,
): Promise<T> {
  if (account.id !== undefined || offline) return account
  const known = await github.account(account.login)
  return known ? { ...account, id: known.id } : account
}

/** Bots and Apps act for whoever installed or tricked them, so who they are shows nothing (security D4). */
export function isPerson({ type, viaApp }: Publisher): boolean {
  return type === 'User' && !viaApp
}
