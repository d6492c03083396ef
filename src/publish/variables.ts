import type { KeyValueInput } from '../model/server-json.ts'

const NAME = /^[A-Za-z_][A-Za-z0-9_]{1,99}$/
const SECRET = /(?:KEY|TOKEN|SECRET|PASS(?:WORD|WD|PHRASE|CODE)?)$|^(?:PAT|CREDENTIALS?)$/
/** `TOKEN_FILE` is where a secret is, `TOKEN_LIMIT` how large one may be. */
const ABOUT = /^(?:FILE|PATH|DIR|URL|URI|TTL|LIMIT|LENGTH|EXPIRY|NAME)$/

/** What a program reads from its environment under a name; `undefined` where that is not the name of a variable. */
export function variableFrom(
  name: string,
  more: Omit<KeyValueInput, 'name'> = {},
): KeyValueInput | undefined {
  if (!NAME.test(name)) return undefined
  return { name, ...more, ...(isSecretName(name) && { isSecret: true }) }
}

function isSecretName(name: string): boolean {
  const words = name.toUpperCase().split('_')
  return words.some((word) => SECRET.test(word)) && !ABOUT.test(words.at(-1)!)
}

/** `ACME_TOKEN (secret), ACME_REGION` */
export function listVariables(variables: readonly KeyValueInput[]): string {
  const shown = variables.slice(0, 6).map(({ name, isSecret }) => (isSecret ? `${name} (secret)` : name))
  const more = variables.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
}
