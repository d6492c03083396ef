import { placesIn } from '../../catalog/json-file.ts'
import type { Change, ChangedFile } from '../change/change.ts'
import { isImmutable } from '../change/immutable.ts'
import type { Context } from '../context.ts'
import type { GateRule, Outcome } from '../rule.ts'
import { show } from '../../validate/text/show.ts'

/** Security B10. */
export const PUBLISHED_FILE: GateRule = {
  code: 'R126',
  title: 'A published version is changed',
  passed: 'No published version is changed.',
  why: 'People and programs rely on a version staying what they looked at. Even its publisher cannot change it.',
  fix: 'Publish the change as a new version. A bad version is withdrawn by a `status.md` beside it.',
  example: 'M servers/al/io.github.alice/weather/1.0.0/server.json',
  async check(change, context) {
    const changed = change.files.filter((file) => file.status === 'modified' && isImmutable(file))
    return Promise.all(changed.map((file) => outcomeFor(file, change, context)))
  },
}

async function outcomeFor(file: ChangedFile, { conflicts }: Change, { base }: Context): Promise<Outcome> {
  const { path, bytes, place } = file
  const subject = place && 'version' in place ? `${place.namespace}/${place.name} ${place.version}` : path
  if (conflicts.includes(path)) {
    const message = `${show(subject)} was published while this pull request was open, with another content.`
    return { status: 'fail', path, message, fix: 'Raise the version, in the folder and in the document.' }
  }
  const differing = differences(await base.read(path), bytes)
  const where =
    differing.length > 0 ? `; this file differs in ${differing.map(({ key }) => show(key)).join(', ')}` : ''
  return {
    status: 'fail',
    path,
    ...(differing[0]?.line && { line: differing[0].line }),
    message: `${show(subject)} is published already and cannot change${where}.`,
  }
}

/** The top-level keys in which two documents differ, with their lines in the second one. */
function differences(before?: Buffer, after?: Buffer): { key: string; line?: number }[] {
  try {
    const [old, now] = [before, after].map((bytes) => JSON.parse(String(bytes)) as Record<string, unknown>)
    const keys = [...new Set([...Object.keys(old!), ...Object.keys(now!)])]
    const at = placesIn(String(after))
    return keys
      .filter((key) => JSON.stringify(old![key]) !== JSON.stringify(now![key]))
      .map((key) => (Object.hasOwn(now!, key) ? { key, line: at([key]).line } : { key }))
  } catch {
    return [] // One of them is no JSON, which the rules about the text explain.
  }
}
