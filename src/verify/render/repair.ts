import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser'
import type { Finding } from '../../model/finding.ts'
import { parseOciReference } from '../../validate/packages/oci-reference.ts'
import { CURRENT_SCHEMA_URL } from '../../validate/schema/dates.ts'
import { insertFirst, removeProperty, renameKey, replaceValue } from './edit-json.ts'

/** Mends one thing in the text of a `server.json`; nothing where a person has to decide. */
type Repair = (place: Place) => string | undefined

interface Place {
  source: string
  root: Node
  /** The value that the finding is about. */
  node: Node
  finding: Finding
}

/** The text of a `server.json` without the fault that a finding is about, by the code of its rule. */
export function repair(finding: Finding, source: string): string | undefined {
  const root = parseTree(source, undefined, { disallowComments: true })
  const node = root && nodeAt(root, finding.pointer)
  return root && node && REPAIRS[finding.code]?.({ source, root, node, finding })
}

const useCurrentSchema: Repair = ({ source, root }) => {
  const schema = findNodeAtLocation(root, ['$schema'])
  if (schema) return replaceValue(source, schema, CURRENT_SCHEMA_URL)
  return root.type === 'object' ? insertFirst(source, root, '$schema', CURRENT_SCHEMA_URL) : undefined
}

/** The name that the message gives the key: `Rename …` to it, or `Did you mean …`. */
const rename: Repair = ({ source, node, finding: { fix = '' } }) => {
  const [, key] = /^(?:Rename `[^`]+` to|Did you mean) `([\w$-]+)`[.?]$/.exec(fix) ?? []
  const isTaken = node.parent?.parent?.children?.some(({ children }) => children?.[0]?.value === key)
  return key === undefined || isTaken ? undefined : renameKey(source, node, key)
}

const remove: Repair = ({ source, node }) => removeProperty(source, node)

const quote: Repair = ({ source, node, finding }) => {
  const isLiteral = node.type === 'number' || node.type === 'boolean'
  if (!isLiteral || !finding.message.endsWith('not a string.')) return undefined
  return replaceValue(source, node, source.slice(node.offset, node.offset + node.length))
}

const spellTransport: Repair = ({ source, node }) => {
  const type =
    TRANSPORTS[
      String(node.value)
        .toLowerCase()
        .replace(/[^a-z]/g, '')
    ]
  return type === undefined ? undefined : replaceValue(source, node, type)
}

/** What people write for the transports that MCP defines. Plain `http` means the one that is not `sse`. */
const TRANSPORTS: Record<string, string> = {
  http: 'streamable-http',
  https: 'streamable-http',
  streamable: 'streamable-http',
  streamablehttp: 'streamable-http',
  httpstreamable: 'streamable-http',
  httpstream: 'streamable-http',
  sse: 'sse',
  stdio: 'stdio',
}

const lowerCase: Repair = ({ source, node }) => {
  const lower = String(node.value).toLowerCase()
  const isKnown = /^(?:npm|pypi|nuget|cargo|oci|mcpb|[0-9a-f]{64})$/.test(lower)
  return isKnown ? replaceValue(source, node, lower) : undefined
}

/** The version of an image goes without loss only where the image is named with one. */
const removeUnused: Repair = (place) => {
  const { node } = place
  const key = node.parent?.children?.[0]?.value as unknown
  const item = node.parent?.parent
  if (key !== 'version' || !item) return remove(place)
  const identifier = String(findNodeAtLocation(item, ['identifier'])?.value)
  const isWhole = parseOciReference(identifier) && /:[^/]+$/.test(identifier)
  return isWhole ? remove(place) : undefined
}

const REPAIRS: Record<string, Repair> = {
  R210: quote,
  R211: rename,
  R212: rename,
  R213: remove,
  R219: lowerCase,
  R230: useCurrentSchema,
  R231: useCurrentSchema,
  R232: useCurrentSchema,
  R233: useCurrentSchema,
  R265: spellTransport,
  R271: spellTransport,
  R280: lowerCase,
  R281: remove,
  R282: removeUnused,
}

function nodeAt(root: Node, pointer: string): Node | undefined {
  let node: Node | undefined = root
  for (const segment of pointer.split('/').slice(1)) {
    const step = segment.replaceAll('~1', '/').replaceAll('~0', '~')
    const child: Node | undefined =
      node.type === 'array' ? node.children?.[Number(step)] : childOf(node, step)
    if (!child) return node === root && pointer === '/$schema' ? root : undefined
    node = child
  }
  return node
}

/** Of keys that stand twice the last counts, as in the parsed value. */
function childOf(node: Node, key: string): Node | undefined {
  return node.children?.findLast(({ children }) => children?.[0]?.value === key)?.children?.[1]
}
