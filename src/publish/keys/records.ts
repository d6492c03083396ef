import { WELL_KNOWN } from '../../verify/proofs/domain-records.ts'

/** A record that a domain publishes, and where it goes. */
export interface PlacedRecord {
  /** The name of the TXT record, or the address of the file. */
  where: string
  /** What stands there, to the letter. */
  content: string
  /** The namespaces that it speaks for, in words. */
  covers: string
}

/**
 * As a TXT record of the domain itself (ownership §4): no prefix, and no quotes but those that a zone file wants.
 *
 * @param domain such as `acme.com`
 * @param record `v=MCPv1; …`
 */
export function dnsRecord(domain: string, record: string): PlacedRecord {
  const namespace = namespaceOfDomain(domain)
  return { where: domain, content: record, covers: `${namespace} and every namespace below it` }
}

/** As a file of the domain's website (ownership §5), one record a line. */
export function httpFile(domain: string, record: string): PlacedRecord {
  const namespace = namespaceOfDomain(domain)
  return {
    where: `https://${domain}${WELL_KNOWN}`,
    content: `${record}\n`,
    covers: `${namespace} and nothing below it`,
  }
}

function namespaceOfDomain(domain: string): string {
  return domain.toLowerCase().split('.').reverse().join('.')
}
