import { placesIn } from '../../catalog/json-file.ts'
import { show } from '../../validate/text/show.ts'
import type { GateRule, Outcome } from '../rule.ts'
import type { Publication } from '../change/change.ts'

export const FOLDER_NAMES: GateRule = {
  code: 'R102',
  title: 'The folders and the server.json say different things',
  passed: 'Folders and documents name the same servers and versions.',
  why: 'Clients ask by name and version, and the registry finds both by the folders. They must be equal letter for letter.',
  fix: 'Rename the folder, or change the document.',
  example: 'servers/al/io.github.alice/wether/1.0.0/server.json  with  "name": "io.github.alice/weather"',
  check: ({ publications }) => publications.flatMap(disagreements),
}

function disagreements({ file, name, version, validation }: Publication): Outcome[] {
  const { document } = validation
  if (!document) return []
  const at = placesIn(file.bytes.toString('utf8'))
  const folders = { name, version }
  return (['name', 'version'] as const)
    .filter((field) => document[field] !== folders[field])
    .map((field) => ({
      status: 'fail',
      path: file.path,
      line: at([field]).line,
      message: `The folders say ${show(folders[field])}, but \`${field}\` is ${show(document[field])}.`,
      fix: `Rename the folder after ${show(document[field])}, or set \`${field}\` to ${show(folders[field])}.`,
    }))
}
