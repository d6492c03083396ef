import { test } from 'vitest'
import type { Files } from '../git-repository.ts'
import { Gate } from './gate.ts'

/**
 * Tests with a registry of their own, side by side: most of their time they wait for the processes of the scripts.
 *
 * @param files what each registry holds at the start, besides its settings
 * @param accounts ids by login, besides the maintainer `maria`
 */
export function gateTest(files: Files, accounts: Record<string, number>) {
  return test.extend<{ gate: Gate }>({
    gate: async ({}, use) => {
      const gate = await Gate.open(files)
      for (const [login, id] of Object.entries(accounts)) gate.account(login, { id })
      await use(gate)
      await gate.close()
    },
  }).concurrent
}
