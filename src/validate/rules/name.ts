import type { DraftServer } from '../draft.ts'
import { semantic, type CheckedRule } from '../rule.ts'
import { show } from '../text/show.ts'

export const NAME: CheckedRule<DraftServer> = {
  code: 'R240',
  title: 'The server name is not namespace/name',
  why: 'The namespace is what a publisher proves to own, and both halves become parts of URLs and folders.',
  fix: 'Use a reverse-DNS namespace, one slash and a name, such as `io.github.alice/weather`.',
  example: '{"name": "weather"}',
  upstream: 'invalid-server-name',
  check({ name = '' }, at, report) {
    const fault = faultOf(name)
    if (!fault) return
    const path = [...at, 'name']
    report({
      rule: this,
      path,
      message: `The server name ${show(name)} ${fault.seen}.`,
      upstream: semantic(path, fault.upstream, this.upstream!),
    })
  },
}

interface Fault {
  seen: string
  upstream: string
}

const FORM = "server name must be in format 'dns-namespace/name'"
const NAMESPACE = /^[a-zA-Z0-9][a-zA-Z0-9.-]*[a-zA-Z0-9]$/
const PART = /^[a-zA-Z0-9][a-zA-Z0-9._-]*[a-zA-Z0-9]$/

/** Official rules D01–D04. */
function faultOf(name: string): Fault | undefined {
  if (name === '') return { seen: 'is empty', upstream: 'server name is required and must be a string' }
  const halves = name.split('/')
  const [namespace = '', part = ''] = halves
  if (halves.length < 2) {
    return { seen: 'has no slash', upstream: `${FORM} (e.g., 'com.example.api/server')` }
  }
  if (halves.length > 2) {
    return { seen: 'has more than one slash', upstream: 'server name cannot contain multiple slashes' }
  }
  if (namespace === '' || part === '') {
    const upstream = `${FORM} with non-empty namespace and name parts`
    return { seen: `has nothing ${namespace === '' ? 'before' : 'after'} the slash`, upstream }
  }
  return faultOfHalves(namespace, part)
}

function faultOfHalves(namespace: string, part: string): Fault | undefined {
  const start = 'server name format is invalid'
  if (!NAMESPACE.test(namespace)) {
    return {
      seen: 'has a namespace that is not at least two letters, digits, `.` or `-`, with a letter or digit at both ends',
      upstream: `${start}: namespace '${namespace}' is invalid. Namespace must start and end with alphanumeric characters, and may contain dots and hyphens in the middle`,
    }
  }
  if (!PART.test(part)) {
    return {
      seen: 'has a second half that is not at least two letters, digits, `.`, `_` or `-`, with a letter or digit at both ends',
      upstream: `${start}: name '${part}' is invalid. Name must start and end with alphanumeric characters, and may contain dots, underscores, and hyphens in the middle`,
    }
  }
  return undefined
}
