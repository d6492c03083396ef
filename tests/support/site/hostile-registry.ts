import type { ServerJson } from '../../../src/model/server-json.ts'
import { serverFolder, versionFolder } from '../../../src/model/tree-path.ts'
import { isServerJson } from '../../../src/validate/accepts.ts'
import { makeRepository, type Files } from '../git-repository.ts'
import { ADDRESSES, LINES, MARKDOWN, TEXTS, type Payload } from './hostile-payloads.ts'

/** Which of its texts every field has. */
export type Mood = keyof Payload

/**
 * A repository with a registry whose every text is hostile, or harmless and of the same shape: all fields of
 * server.json, messages of status and moderation, listings, records of upstream, and the versions of mirrored servers.
 */
export function hostileRepository(mood: Mood): string {
  const { folder, commit } = makeRepository()
  commit(filesOf(mood), { at: 1_790_000_000 })
  return folder
}

/** What a check that looks for nothing would not notice. */
export const SERVERS = TEXTS.length * 2

function filesOf(mood: Mood): Files {
  const files: Files = {
    'registry.config.json': '{ "title": "Test Registry", "repository": "acme/registry" }\n',
  }
  TEXTS.forEach((_, index) => {
    const of = (list: readonly Payload[]): string => list[index % list.length]![mood]
    const [text, lines, address] = [of(TEXTS), of(LINES), of(ADDRESSES)]
    const name = `io.github.fuzz${index}/server`
    for (const version of ['1.0.0', '1.1.0']) {
      const document = documentOf({ name, version, text, lines, address })
      files[`${versionFolder(name, version)}/server.json`] = JSON.stringify(document)
    }
    files[`${serverFolder(name)}/listing.md`] = listing(text, address, of(MARKDOWN))
    Object.assign(files, statements(name, index, text, lines))
    Object.assign(files, mirrored(`com.mirror${index}/server`, versionOf(text), { text, lines, address }))
  })
  return files
}

interface Texts {
  text: string
  lines: string
  address: string
}

function documentOf({
  name,
  version,
  text,
  lines,
  address,
}: Texts & { name: string; version: string }): ServerJson {
  // The later version differs in every field, so that what is told of the difference is hostile as well.
  const own = version === '1.1.0' ? `${text}y`.slice(-100) : text
  const input = {
    description: lines,
    value: own,
    default: lines,
    placeholder: own,
    choices: [own, lines],
    isRequired: true,
    variables: { [own]: { description: lines, default: own } },
  }
  const secret = { description: own, isSecret: true, isRequired: true, placeholder: own }
  const document: ServerJson = {
    $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
    name,
    version,
    title: own,
    description: own,
    websiteUrl: address,
    repository: { url: address, source: own, id: own, subfolder: own },
    icons: [{ src: address, sizes: [own] }],
    packages: ['npm', 'pypi', 'oci', 'mcpb', own].map((registryType) => ({
      registryType,
      identifier: registryType === 'mcpb' ? address : own,
      version: own,
      runtimeHint: own,
      transport: { type: 'streamable-http', url: address, headers: [{ name: own, ...input }] },
      runtimeArguments: [{ type: 'named', name: own, ...input }],
      packageArguments: [{ type: 'positional', valueHint: own, isRepeated: true, ...input }],
      environmentVariables: [
        { name: own, ...input },
        { name: `${own}2`, ...secret },
      ],
    })),
    remotes: [
      {
        type: 'streamable-http',
        url: address,
        headers: [{ name: own, ...secret }],
        variables: { [own]: input },
      },
      { type: 'sse', url: `https://evil.example/{${own}}`, headers: [{ name: own, ...input }] },
    ],
    _meta: { 'io.modelcontextprotocol.registry/publisher-provided': { [own]: lines } },
  }
  if (!isServerJson(document)) throw new Error(`No server.json: ${JSON.stringify({ text, lines, address })}`)
  return document
}

function statements(name: string, index: number, text: string, lines: string): Files {
  const folder = serverFolder(name)
  if (index % 4 === 1)
    return { [`${folder}/status.md`]: matter({ status: 'deprecated', movedTo: 'com.example/other' }, lines) }
  if (index % 4 === 2) return { [`${folder}/status.md`]: matter({ status: 'deleted' }, text) }
  if (index % 4 !== 3) return {}
  const moderation = { status: 'deleted', reason: text.trim(), case: `https://cases.example/'${index}` }
  return { [`${folder}/moderation.md`]: matter(moderation, lines) }
}

/** A folder's name has no control characters and at most 255 bytes. */
function versionOf(text: string): string {
  const version = [...`1.0.0 ${text}`].filter((character) => character >= ' ')
  while (encodeURIComponent(version.join('')).length > 200) version.pop()
  return version.join('').trim()
}

/** A mirrored server, whose version may be called anything. */
function mirrored(name: string, version: string, texts: Texts): Files {
  const at = '2026-10-01T00:00:00Z'
  const status = { status: 'deprecated', statusMessage: texts.lines, publishedAt: at, updatedAt: at }
  const upstream = { source: `https://upstream.example/${texts.text}`, versions: { [version]: status } }
  return {
    [`${versionFolder(name, version)}/server.json`]: JSON.stringify(documentOf({ ...texts, name, version })),
    [`${serverFolder(name)}/upstream.json`]: JSON.stringify(upstream),
  }
}

function listing(label: string, address: string, body: string): string {
  const isLink = /^https:\/\/[^\s<>"]+$/.test(address)
  return matter({ links: { [label.slice(0, 40)]: isLink ? address : 'https://evil.example/' } }, body)
}

/** Front matter as JSON, which is YAML as well; what a reader of YAML does not like is written as an escape. */
function matter(data: object, body: string): string {
  const lines = Object.entries(data).map(([key, value]) => `${key}: ${ascii(JSON.stringify(value))}\n`)
  return `---\n${lines.join('')}---\n${body}\n`
}

function ascii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
