import type { Argument, Package } from '../../model/server-json.ts'
import { hostOf, safeText } from '../text/safe-text.ts'
import { kindOfPackage } from '../kinds.ts'

/** What else a package touches: code from elsewhere, folders, files, and addresses, as short sentences. */
export function reachOf(packages: readonly Package[]): string[] {
  const facts = packages.flatMap((pack) => [
    ...codeFromElsewhere(pack),
    ...(kindOfPackage(pack.registryType) === 'oci' ? containerRights(pack.runtimeArguments) : []),
    ...(asksForFiles(pack) ? ['Asks for files or folders of yours'] : []),
    ...addressOf(pack),
  ])
  return [...new Set(facts)]
}

/** Arguments of package runners that replace where code is fetched from. */
const SOURCES: ReadonlySet<string> = new Set([
  '--from',
  '--with',
  '--index',
  '--index-url',
  '--extra-index-url',
  '--default-index',
  '--registry',
])

function codeFromElsewhere({ runtimeArguments }: Package): string[] {
  return wordsOf(runtimeArguments).flatMap(({ name, value }) => {
    const url = /https?:\/\/\S+/.exec(value)?.[0]
    return SOURCES.has(name) && url && URL.canParse(url) ? [`Fetches code from ${hostOf(url)}`] : []
  })
}

const MOUNTS: ReadonlySet<string> = new Set(['-v', '--volume', '--mount'])

/** What container arguments take away of the wall around a container. */
function containerRights(runtimeArguments: readonly Argument[] | undefined): string[] {
  const words = wordsOf(runtimeArguments)
  const mounts = words.filter(({ name }) => MOUNTS.has(name)).length
  return [
    ...(mounts === 1 ? ['Mounts a folder into the container'] : []),
    ...(mounts > 1 ? [`Mounts ${mounts} folders into the container`] : []),
    ...(words.some(({ name, value }) => /^--net(?:work)?$/.test(name) && value === 'host')
      ? ['Gives the container the network of your computer']
      : []),
    ...(words.some(({ name, value }) => name === '--privileged' && value !== 'false')
      ? ['Gives the container every right on your computer']
      : []),
  ]
}

function asksForFiles({ packageArguments = [], runtimeArguments = [], environmentVariables = [] }: Package) {
  return [...packageArguments, ...runtimeArguments, ...environmentVariables].some(
    ({ format, variables = {} }) =>
      format === 'filepath' || Object.values(variables).some((variable) => variable.format === 'filepath'),
  )
}

/** Where a package's program listens, which is not always the computer that runs it. */
function addressOf({ transport: { url } }: Package): string[] {
  const host = /^https?:\/\/([^/?#]+)/.exec(url ?? '')?.[1]
  if (!host) return []
  return [
    `${/^(?:localhost|127\.|\[::1\]|0\.0\.0\.0)/.test(host) ? 'Answers on' : 'Connects to'} ${safeText(host)}`,
  ]
}

/** Arguments come named, as two words, or as one word with `=` in it. */
function wordsOf(list: readonly Argument[] = []): { name: string; value: string }[] {
  return list.map(({ name = '', value = '', default: usual = '' }, index) => {
    const word = name || value
    const [own = '', ...rest] = word.split('=')
    const next = list[index + 1]
    const following = next && !next.name ? (next.value ?? '') : ''
    return { name: own, value: rest.join('=') || (name ? value || usual : following) }
  })
}
