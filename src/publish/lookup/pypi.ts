import { firstNameIn } from '../../verify/packages/mcp-name.ts'
import { PUBLIC_BASES } from '../../validate/registry-bases.ts'
import { show } from '../../validate/text/show.ts'
import type { Clue } from '../clue.ts'
import { known, textAt, valueAt } from '../loose.ts'
import { oneLine, plainText } from '../plain-text.ts'
import { projectPages } from '../project-pages.ts'
import { ask, noAnswer, objectIn, type Fetch } from './ask.ts'
import { LookupError } from './lookup-error.ts'

const PROJECT = /^([A-Za-z0-9][A-Za-z0-9._-]{0,200})(?:(?:==|@)([A-Za-z0-9.!+_-]{1,100}))?$/
/** All files of all releases come along. */
const LARGEST = 32 * 2 ** 20

/**
 * What PyPI says about the newest version of a project, or about the one after `==`.
 *
 * @param name `weather-mcp`, `weather-mcp==1.4.0`
 * @throws LookupError where PyPI has no such project, or does not answer
 */
export async function clueFromPypi(name: string, fetch: Fetch): Promise<Clue> {
  const [, project, release] = PROJECT.exec(name.trim()) ?? []
  if (!project)
    throw new LookupError(`${show(name)} is not the name of a PyPI project.`, 'Write it like `weather-mcp`.')
  const path = release ? `${project}/${encodeURIComponent(release)}` : project
  const reply = await ask(fetch, `${PUBLIC_BASES.pypi}/pypi/${path}/json`, {}, { maxBytes: LARGEST })
  const info = reply.status === 200 ? valueAt(objectIn(reply), 'info') : undefined
  if (textAt(info, 'name') !== undefined) return clueFromInfo(info)
  if (reply.status !== 404) throw noAnswer('PyPI', reply.status)
  const what = release ? `no ${show(`${project}==${release}`)}` : `no project ${show(project)}`
  throw new LookupError(`PyPI has ${what}.`, 'Check the spelling, or publish it first.')
}

function clueFromInfo(info: unknown): Clue {
  const identifier = textAt(info, 'name')!
  const version = textAt(info, 'version')
  const summary = textAt(info, 'summary')
  const readme = textAt(info, 'description')
  return {
    source: 'PyPI',
    says: plainText(`${identifier}${version ? ` ${version}` : ''} (PyPI)`),
    server: known({
      name: readme && firstNameIn(readme),
      description: summary && oneLine(summary),
      version,
      ...projectPages({ Homepage: textAt(info, 'home_page'), ...Object(valueAt(info, 'project_urls')) }),
      packages: [
        { registryType: 'pypi', identifier, ...(version && { version }), transport: { type: 'stdio' } },
      ],
    }),
    warnings: valueAt(info, 'yanked') === true ? ['This version is yanked: installers pass it over.'] : [],
  }
}
