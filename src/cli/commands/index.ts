import type { Command } from '../command.ts'
import { add } from './add.ts'
import { deprecate, remove, restore } from './change-status.ts'
import { init } from './init.ts'
import { keygen } from './keygen.ts'
import { publish } from './publish.ts'
import { search } from './search.ts'
import { sign } from './sign.ts'
import { status } from './status.ts'
import { validate } from './validate.ts'

/** In the order of the help. */
export const COMMANDS: readonly Command[] = [
  init,
  validate,
  publish,
  status,
  deprecate,
  remove,
  restore,
  sign,
  keygen,
  search,
  add,
]
