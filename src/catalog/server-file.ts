import { isUtf8 } from 'node:buffer'
import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import { canonicalServerJson } from '../model/canonical.ts'
import type { ServerJson } from '../model/server-json.ts'
import { isServerJson } from '../validate/accepts.ts'
import { validateServerJson } from '../validate/server-json.ts'
import { mayHaveDuplicateKeys } from './duplicate-keys.ts'
import type { Place } from './layout.ts'
import { fileProblem, problemOf, type Problem } from './problem.ts'
import type { TreeFile } from './tree.ts'

type ServerPlace = Extract<Place, { kind: 'server' }>

/**
 * Reads a server.json of the tree. Only what the API's clients rely on is checked here: the text is JSON without
 * duplicate keys, the structure is a server's, and the folders say the same as the document. What a publisher may put
 * into a new file was decided when it was merged, and rules that came later do not unpublish it.
 */
export function readServerFile(
  file: TreeFile,
  place: ServerPlace,
): { server: ServerJson } | { problems: Problem[] } {
  const text = file.bytes.toString('utf8')
  const document = isUtf8(file.bytes) ? parse(text) : undefined
  if (!isServerJson(document) || mayHaveDuplicateKeys(text, document)) {
    const errors = validateServerJson(file.bytes, { profile: 'mirrored' })
      .findings.filter(({ severity }) => severity === 'error')
      .map((finding) => problemOf(file.path, finding))
    if (errors.length > 0) return { problems: errors }
    if (!isServerJson(document)) {
      return {
        problems: [fileProblem(file.path, 'R104', 'The file is not a server.json that clients can read.')],
      }
    }
  }
  const problems = disagreements(file.path, text, document, place)
  return problems.length > 0 ? { problems } : { server: canonicalServerJson(document) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function disagreements(path: string, text: string, document: ServerJson, place: ServerPlace): Problem[] {
  const problems: Problem[] = []
  const name = `${place.namespace}/${place.name}`
  if (document.name !== name) problems.push(disagreement('name', document.name, name))
  if (document.version !== place.version)
    problems.push(disagreement('version', document.version, place.version))
  return problems

  function disagreement(field: 'name' | 'version', saw: string, folders: string): Problem {
    return {
      ...fileProblem(
        path,
        'R102',
        `The folders say \`${folders}\`, but \`${field}\` is \`${saw}\`.`,
        `Move the file, or set \`"${field}": "${folders}"\`; they must be equal letter for letter.`,
      ),
      ...positionOf(text, field),
    }
  }
}

function positionOf(text: string, field: string): { line: number; column: number } {
  const root = parseTree(text)
  const offset = (root && findNodeAtLocation(root, [field])?.offset) ?? 0
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}
