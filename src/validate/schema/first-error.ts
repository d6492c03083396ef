import { compileOnUse } from './make-ajv.ts'

/** Validators that stop at the first error. In a bundle, the code of compiled-plugin.ts stands in for this file. */
export const validatorOf = compileOnUse({ allErrors: false })
