import { basename } from 'node:path'
import { RegistryError } from '../model/registry-error.ts'

/** Where records come from. `name` is what upstream.json says about it; it never holds a path of this machine. */
export type Source =
  { kind: 'url'; name: string; base: string } | { kind: 'file'; name: string; path: string }

/** The parts of an API address that people paste along with a registry's base address. */
const API_TAIL = /(\/v0(\.1)?)?(\/servers)?\/*$/

/**
 * Reads the `--from` of the sync command: the address of a registry, in whatever form it was copied, or a file.
 *
 * @throws RegistryError R615 for an address that cannot be a source
 */
export function parseSource(from: string): Source {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(from) || /^[a-z]:[\\/]/i.test(from)) {
    return { kind: 'file', name: basename(from), path: from }
  }
  const url = URL.canParse(from) ? new URL(from) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw wrong(`\`${from}\` is neither a file nor an address that starts with https:// or http://.`)
  }
  if (url.username || url.password) {
    throw wrong(
      'The address holds a user name or a password, and it would be written into every upstream.json.',
    )
  }
  const base = `${url.origin}${url.pathname.replace(API_TAIL, '')}`.replace(/\/+$/, '')
  return { kind: 'url', name: base, base }
}

function wrong(message: string): RegistryError {
  return new RegistryError('R615', message, {
    fix: 'Give the base address of a registry, such as https://registry.example.org, or a JSON or NDJSON file.',
  })
}
