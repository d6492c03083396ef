import type { Clue } from '../clue.ts'
import { known } from '../loose.ts'
import { oneLine, plainText } from '../plain-text.ts'
import { repositoryFrom } from '../repository.ts'
import { websiteFrom } from '../website.ts'
import type { Project } from './project.ts'

const NAME = 'io.modelcontextprotocol.server.name'
const ABOUT = 'org.opencontainers.image.'

/** Labels only: what an image is called is nowhere in its Dockerfile. Source: OCI image annotations. */
export function readDockerfile(project: Project): Clue | undefined {
  const text = project.read('Dockerfile') ?? project.read('Containerfile')
  if (text === undefined) return undefined
  const labels = labelsIn(text)
  const get = (key: string) => labels.get(key) || undefined
  const about = (key: string) => get(`${ABOUT}${key}`)
  const description = about('description')
  const server: Clue['server'] = known({
    name: get(NAME),
    description: description && oneLine(description),
    title: about('title'),
    repository: repositoryFrom(about('source')),
    version: about('version'),
    websiteUrl: websiteFrom(about('url') ?? about('documentation')),
  })
  if (Object.keys(server).length === 0) return undefined
  const says = [server.name, server.title, server.version].filter(Boolean).join(', ')
  return {
    source: 'Dockerfile',
    says: plainText(`labels: ${says || 'about the source'}`),
    server,
    warnings: [],
  }
}

/** The labels of a Dockerfile but for those with a `$variable`, which the build fills in. */
function labelsIn(text: string): Map<string, string> {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replace(/\\[ \t]*\n/g, ' ')
    .split('\n')
  const labels = new Map<string, string>()
  for (const line of lines) {
    const rest = /^\s*LABEL\s+(\S.*)$/i.exec(line.slice(0, 10_000))?.[1]
    for (const [, key, double, single, bare] of rest?.matchAll(PAIR) ?? []) {
      const value = double?.replace(/\\(.)/g, '$1') ?? single ?? bare ?? ''
      if (!value.includes('$')) labels.set(key!.replace(/"/g, ''), value)
    }
  }
  return labels
}

const PAIR = /("?[\w.-]+"?)=(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S*))/g
