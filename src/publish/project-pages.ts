import type { ServerJson } from '../model/server-json.ts'
import { known } from './loose.ts'
import { repositoryFrom } from './repository.ts'
import { websiteFrom } from './website.ts'

const SOURCE = /^(?:repository|source|source ?code|code|github|gitlab)$/i
const SITE = /^(?:home ?page|home|documentation|docs|website)$/i

/** Repository and website among the labelled links of a Python project, whose labels everybody chooses freely. */
export function projectPages(
  links: Readonly<Record<string, unknown>>,
): Pick<Partial<ServerJson>, 'repository' | 'websiteUrl'> {
  const labelled = Object.entries(links).filter(
    (link): link is [string, string] => typeof link[1] === 'string',
  )
  const sourceFirst = [
    ...labelled.filter(([label]) => SOURCE.test(label)),
    ...labelled.filter(([label]) => SITE.test(label)),
  ]
  const repositories = sourceFirst.map(([, address]) => repositoryFrom(address))
  const sites = labelled.filter(([label]) => SITE.test(label)).map(([, address]) => websiteFrom(address))
  return known({
    repository: repositories.find((repository) => repository !== undefined),
    websiteUrl: sites.find((site) => site !== undefined),
  })
}
