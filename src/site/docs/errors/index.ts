import type { ErrorTexts } from './error-texts.ts'
import { GATE_ERRORS } from './gate-errors.ts'
import { GITHUB_ERRORS } from './github-errors.ts'
import { KEY_ERRORS } from './key-errors.ts'
import { REGISTRY_ERRORS } from './registry-errors.ts'
import { SYNC_ERRORS } from './sync-errors.ts'
import { TREE_ERRORS } from './tree-errors.ts'

/** Every code that a command can end with and that is no rule of the gate. */
export const ERRORS: readonly ErrorTexts[] = [
  ...TREE_ERRORS,
  ...REGISTRY_ERRORS,
  ...SYNC_ERRORS,
  ...GATE_ERRORS,
  ...GITHUB_ERRORS,
  ...KEY_ERRORS,
]
