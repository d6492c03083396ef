import type { Entry } from '../../model/entry.ts'
import { CLIENTS } from '../install/clients/index.ts'
import { installOptions } from '../install/options.ts'
import type { InstallContext, InstallOption } from '../install/types.ts'
import { escapeHtml } from '../text/html.ts'
import { allowlistHtml } from './allowlist-html.ts'
import { clientTabs } from './client-tabs.ts'
import { commonConfigHtml } from './common-config.ts'
import { everyClientHtml } from './every-client.ts'
import { installContext } from './install-context.ts'
import { optionChoice } from './option-choice.ts'
import { optionFacts } from './option-facts.ts'
import { optionBody, optionTitle } from './option-html.ts'

/** For so many options the page itself has the steps of every client; for the rest a script makes them. */
const READY_OPTIONS = 2

/** A second option that would make the page longer than this, in characters, is left to the script. */
const READY_LENGTH = 30_000

/**
 * How to install a server, as HTML: which package or remote, what to fill in, and what to do in each client. It can be
 * read and used without a script; the script fills in what a person types.
 *
 * @param registryUrl the registry's own address, with a `/` at the end
 */
export function installBlock(entry: Entry, registryUrl: string): string {
  const { server, official } = entry
  const options = remotesFirst(installOptions(server))
  if (options.length === 0) return ''
  const isFolded = official.status !== 'active'
  const content = contentHtml(entry, options, installContext(server, registryUrl))
  return (
    `<section class="install" aria-labelledby="install" data-registry="${escapeHtml(registryUrl)}">` +
    `<h2 id="install">Install</h2>${isFolded ? folded(content) : content}</section>`
  )
}

function contentHtml(entry: Entry, options: readonly InstallOption[], context: InstallContext): string {
  const facts = optionFacts(entry.server)
  const ready = readySteps(options, context)
  const bodies = options.map((option, index) => {
    const more = index < ready.length ? '' : commonConfigHtml(option, context.name)
    return optionBody(option, facts.get(option.key) ?? [], index, more)
  })
  return (
    '<p class="meta">Choose your client, and copy what is shown into it.</p>' +
    optionChoice(options, options.map(optionTitle), bodies) +
    clientTabs(CLIENTS) +
    ready.map((html, index) => `<div class="steps o${index}">${html}</div>`).join('') +
    allowlistHtml(entry)
  )
}

function readySteps(options: readonly InstallOption[], context: InstallContext): string[] {
  const steps = options.slice(0, READY_OPTIONS).map((option) => everyClientHtml(CLIENTS, option, context))
  return steps.join('').length > READY_LENGTH ? steps.slice(0, 1) : steps
}

/** A remote is one line and runs no code on the person's computer. */
function remotesFirst(options: readonly InstallOption[]): InstallOption[] {
  return [
    ...options.filter(({ kind }) => kind === 'remote'),
    ...options.filter(({ kind }) => kind !== 'remote'),
  ]
}

function folded(content: string): string {
  return `<details><summary>How to install it all the same</summary>${content}</details>`
}
