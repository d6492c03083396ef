import { fillerOf } from '../fill.ts'
import { partsOf, reachedOf, startedOf, type Reached, type Started } from '../parts.ts'
import { referenceName } from '../reference-name.ts'
import { shortName } from '../short-name.ts'
import type { Answers, Field, InstallOption } from '../types.ts'

/** What has to be set up, with everything filled in that can be. Only one of program and address is there. */
export interface FilledParts {
  program?: Started
  address?: Reached
  /** The variables of the environment that are referred to. */
  variables: ReadonlySet<string>
  /** The placeholders. */
  missing: ReadonlySet<string>
}

export interface FilledPartsOptions {
  /** The full server name. */
  server: string
  answers: Answers
  /** Whether typed secrets are left out. */
  hidesSecrets: boolean
  /** How a client refers to a variable of the environment, if it can. */
  reference: ((variable: string) => string) | undefined
}

/** The program of an option, or the address at which its program or its remote is reached. */
export function filledParts(
  option: InstallOption,
  { server, answers, hidesSecrets, reference }: FilledPartsOptions,
): FilledParts {
  const { program, address } = partsOf(option.launch) ?? {}
  const variables = new Set<string>()
  const secret =
    reference &&
    ((field: Field): string => {
      const variable = referenceName(field, shortName(server))
      variables.add(variable)
      return reference(variable)
    })
  const filler = fillerOf(option, { answers, hidesSecrets, ...(secret && { secret }) })
  return {
    ...(program && !address && { program: startedOf(program, filler) }),
    ...(address && { address: reachedOf(address, filler) }),
    variables,
    missing: filler.missing,
  }
}
