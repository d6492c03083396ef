import { show } from '../../validate/text/show.ts'
import type { Clue } from '../clue.ts'
import { textAt } from '../loose.ts'
import { clueFromNpmManifest } from '../npm-manifest.ts'
import { plainText } from '../plain-text.ts'
import { ask, noAnswer, objectIn, type Fetch } from './ask.ts'
import { LookupError } from './lookup-error.ts'

const PACKAGE = /^((?:@[\w.~-]{1,100}\/)?[\w.~-]{1,214})(?:@([\w.+~^-]{1,100}))?$/

/**
 * What npm says about the newest version of a package, or about the one after its `@`.
 *
 * @param name `@acme/weather-mcp`, `@acme/weather-mcp@1.4.0`
 * @param registry the address of an npm registry
 * @throws LookupError where npm has no such package, or does not answer
 */
export async function clueFromNpm(name: string, registry: string, fetch: Fetch): Promise<Clue> {
  const [, identifier, version = 'latest'] = PACKAGE.exec(name.trim()) ?? []
  if (!identifier)
    throw new LookupError(
      `${show(name)} is not the name of an npm package.`,
      'Write it like `@acme/weather-mcp`.',
    )
  const path = `${encodeURIComponent(identifier).replace(/^%40/, '@')}/${encodeURIComponent(version)}`
  const reply = await ask(fetch, `${registry.replace(/\/+$/, '')}/${path}`, {
    headers: { accept: 'application/json' },
  })
  const manifest = reply.status === 200 ? objectIn(reply) : undefined
  if (manifest) return withDeprecation(clueFromNpmManifest(manifest, 'npm'), textAt(manifest, 'deprecated'))
  if (reply.status !== 404) throw noAnswer('npm', reply.status)
  const what =
    version === 'latest' ? `no package ${show(identifier)}` : `no ${show(`${identifier}@${version}`)}`
  throw new LookupError(
    `npm has ${what}.`,
    'Check the spelling, or run `npm publish` first. npm can take a minute to show it.',
  )
}

function withDeprecation(clue: Clue, message: string | undefined): Clue {
  if (message === undefined) return clue
  return { ...clue, warnings: [...clue.warnings, `npm says that it is deprecated: ${plainText(message)}`] }
}
