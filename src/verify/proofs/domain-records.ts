import { show } from '../../validate/text/show.ts'
import { readPublicKey, type PublishedKey } from './public-key.ts'

/** Where the website of a domain says who may publish for it (ownership §5). */
export const WELL_KNOWN = '/.well-known/mcp-registry-auth'

/** What a domain says about who may publish for it. */
export interface DomainRecords {
  keys: PublishedKey[]
  accounts: { id: number; login: string }[]
  /** What is wrong with records that say nothing, as sentences. */
  faults: string[]
}

/** As many people and keys as any domain has. */
const MOST = 50

/** The start of a record may stand anywhere in a text, and a text may hold several. */
const START = /v=MCPv1;/
const KEY = /^\s*k=([^;\n]+);\s*p=([A-Za-z0-9+/=]+)/
const ACCOUNT = /^\s*github=([A-Za-z0-9][A-Za-z0-9_-]{0,38}):([1-9][0-9]{0,14})(?![0-9])/

/**
 * Reads records of the official form (ownership §4), `v=MCPv1; k=…; p=…`, and ours, `v=MCPv1; github=<login>:<id>`.
 *
 * @param texts TXT records, or the file at the well-known address
 */
export function readRecords(texts: readonly string[]): DomainRecords {
  const records: DomainRecords = { keys: [], accounts: [], faults: [] }
  const found = texts.flatMap((text) => text.split(START).slice(1))
  for (const record of found.slice(0, MOST)) addRecord(records, record)
  return records
}

function addRecord({ keys, accounts, faults }: DomainRecords, record: string): void {
  const [, algorithm, text] = KEY.exec(record) ?? []
  if (algorithm !== undefined && text !== undefined) {
    const key = readPublicKey(algorithm, text)
    if ('fault' in key) faults.push(key.fault)
    else keys.push(key)
    return
  }
  const [, login, id] = ACCOUNT.exec(record) ?? []
  if (login !== undefined) accounts.push({ id: Number(id), login })
  else {
    const seen = show(`v=MCPv1;${record.trimEnd()}`)
    faults.push(`${seen} has neither \`k=…; p=…\` nor \`github=<login>:<id>\`.`)
  }
}
