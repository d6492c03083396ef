import { canonicalServerJson } from '../model/canonical.ts'
import type { ServerJson } from '../model/server-json.ts'
import { isServerJson } from '../validate/accepts.ts'
import { validateServerJson } from '../validate/server-json.ts'
import { parseClosely, parseSound, placesIn } from './json-file.ts'
import type { Place } from './layout.ts'
import { fileProblem, problemOf, type Problem } from './problem.ts'
import type { TreeFile } from './tree.ts'

type ServerPlace = Extract<Place, { kind: 'server' }>

/** The official registry takes no larger document. */
const MAX_BYTES = 1024 * 1024

/**
 * Reads a server.json of the tree. Only what the API's clients rely on is checked here: the text is JSON without
 * duplicate keys, the structure is a server's, and the folders say the same as the document. What a publisher may put
 * into a new file was decided when it was merged, and rules that came later do not unpublish it.
 */
export function readServerFile(
  file: TreeFile,
  place: ServerPlace,
): { server: ServerJson } | { problems: Problem[] } {
  const sound = file.bytes.length <= MAX_BYTES ? parseSound(file.bytes) : undefined
  const { value, problems } = isServerJson(sound) ? { value: sound, problems: [] } : readClosely(file)
  if (problems.length > 0) return { problems }
  const document = value as ServerJson
  const disagreements = disagreementsOf(file, document, place)
  return disagreements.length > 0 ? { problems: disagreements } : { server: canonicalServerJson(document) }
}

/** Says everything that is wrong with a file that the quick look did not like, which need not be anything. */
function readClosely(file: TreeFile): { value: unknown; problems: Problem[] } {
  if (file.bytes.length <= MAX_BYTES) {
    const { value, problems } = parseClosely(file)
    if (isServerJson(value)) return { value, problems }
  }
  const { findings, document } = validateServerJson(file.bytes, { profile: 'mirrored' })
  const problems = findings
    .filter(({ severity }) => severity === 'error')
    .map((finding) => problemOf(file.path, finding))
  if (problems.length > 0) return { value: document, problems }
  return {
    value: document,
    problems: [fileProblem(file.path, 'R104', 'The file is not a server.json that clients can read.')],
  }
}

function disagreementsOf({ path, bytes }: TreeFile, document: ServerJson, place: ServerPlace): Problem[] {
  const folders = { name: `${place.namespace}/${place.name}`, version: place.version }
  const differing = (['name', 'version'] as const).filter((field) => document[field] !== folders[field])
  if (differing.length === 0) return []
  const at = placesIn(bytes.toString('utf8'))
  return differing.map((field) => {
    const saw = `The folders say \`${folders[field]}\`, but \`${field}\` is \`${document[field]}\`.`
    const fix = `Move the file, or set \`"${field}": "${folders[field]}"\`; they must be equal letter for letter.`
    return { ...fileProblem(path, 'R102', saw, fix), ...at([field]) }
  })
}
