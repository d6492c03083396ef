import { dnsRecord, httpFile } from '../../publish/keys/records.ts'
import { parseDomain } from './domain.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** Where a domain publishes the record of a key: one of two places is enough. */
export function showRecord(record: string, wanted: string | undefined, terminal: Terminal): void {
  const domain = wanted === undefined ? 'your domain' : parseDomain(wanted)
  const [dns, file] = [dnsRecord, httpFile].map((place) => place(domain, record))
  terminal.say(`Publish its record, as a TXT record of ${dns!.where}:`)
  terminal.lines(`  ${dns!.content}`)
  if (wanted === undefined) return terminal.say('With --domain this says the alternative too.')
  terminal.say(
    `It speaks for ${dns!.covers}. Or as a file at ${file!.where}, which speaks for ${file!.covers}.`,
  )
}
