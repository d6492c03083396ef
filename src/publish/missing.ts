import type { ServerJson } from '../model/server-json.ts'
import { parseServerName } from '../model/server-name.ts'
import { codePoints } from '../validate/go/text.ts'
import { isTooLong, LONGEST_DESCRIPTION, shorten } from './description.ts'
import { nameForDomain, nameForLogin, validName } from './names.ts'

/** One thing to ask the person who publishes. */
export interface Question {
  field: 'name' | 'description' | 'version' | 'package'
  ask: string
  hint?: string
  /** What to put into the field before they type. */
  suggestion?: string
  /** In code points. */
  maxLength?: number
}

/** What a `server.json` cannot do without, in the order to ask. */
export function missingFrom(
  server: Partial<ServerJson>,
  from: Readonly<Record<string, string>>,
  login?: string,
): Question[] {
  const questions = [
    askName(server, login),
    askDescription(server, from.description),
    server.version ? undefined : VERSION,
    server.packages?.length || server.remotes?.length ? undefined : PACKAGE,
  ]
  return questions.filter((question) => question !== undefined)
}

const VERSION: Question = {
  field: 'version',
  ask: 'Which version is this?',
  hint: 'One exact version, such as 1.2.3. It cannot be published twice.',
  suggestion: '1.0.0',
}

const PACKAGE: Question = {
  field: 'package',
  ask: 'What do people install, or connect to?',
  hint: 'An npm package such as @acme/weather, pypi:weather, an image such as ghcr.io/acme/weather:1.0.0, or the https address of a server.',
}

function askName(server: Partial<ServerJson>, login: string | undefined): Question | undefined {
  const { name } = server
  if (name !== undefined && parseServerName(name)) return undefined
  const suggestion =
    (name && validName(name)) ?? (login ? nameForLogin(login, server) : nameForDomain(server))
  return {
    field: 'name',
    ask: 'What is the server called?',
    hint: 'io.github.<your login>/<name>, or a domain of yours turned around: com.example/<name>.',
    ...(suggestion && { suggestion }),
    maxLength: 200,
  }
}

function askDescription({ description }: Partial<ServerJson>, source?: string): Question | undefined {
  if (description && !isTooLong(description)) return undefined
  const hint = description
    ? `The description in ${source} has ${codePoints(description)} characters; there is room for ${LONGEST_DESCRIPTION}.`
    : 'Shown in lists and in the search.'
  return {
    field: 'description',
    ask: 'What does it do, in one line?',
    hint,
    ...(description && { suggestion: shorten(description) }),
    maxLength: LONGEST_DESCRIPTION,
  }
}
