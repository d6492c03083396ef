import { serverFolder, versionFolder } from '../../model/tree-path.ts'
import { show } from '../../validate/text/show.ts'
import type { Context } from '../context.ts'
import type { Place } from '../../catalog/layout.ts'
import { LIMITS } from '../change/limits.ts'
import type { GateRule, Outcome } from '../rule.ts'

export const ABOUT_NOTHING: GateRule = {
  code: 'R129',
  title: 'A file is about a server or version that does not exist',
  passed: 'Every file is about a server that exists.',
  why: 'A status, a page or a signature without its server is most likely in the wrong folder.',
  fix: 'Compare the folders with those of the server.json that it belongs to.',
  example: 'A servers/al/io.github.alice/weather/9.9.9/status.md  without  9.9.9/server.json',
  async check({ files, fileCount }, context) {
    // So many have a rule of their own, and each would be a question to Git.
    if (fileCount > LIMITS.files) return []
    const outcomes: Outcome[] = []
    for (const { path, place, status } of files) {
      if (!place || status === 'removed' || !(await isOrphan(place, context))) continue
      outcomes.push({
        status: 'fail',
        path,
        message: `There is no ${show(subjectOf(place))} for ${show(path)} to be about.`,
      })
    }
    return outcomes
  },
}

async function isOrphan(place: Place, { merged }: Context): Promise<boolean> {
  if (place.kind === 'server' || !('name' in place) || place.name === undefined) return false
  const name = `${place.namespace}/${place.name}`
  if ('version' in place && place.version !== undefined) {
    return !(await merged.has(`${versionFolder(name, place.version)}/server.json`))
  }
  const versions = (await merged.list(serverFolder(name))).filter(({ kind }) => kind === 'folder')
  for (const version of versions) {
    if (await merged.has(`${serverFolder(name)}/${version.name}/server.json`)) return false
  }
  return true
}

function subjectOf(place: Place): string {
  const name = 'name' in place ? `/${place.name}` : ''
  return `${place.namespace}${name}${'version' in place && place.version ? ` ${place.version}` : ''}`
}
