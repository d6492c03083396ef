import type { Status } from '../../model/status.ts'
import { statusPull } from '../../publish/pull-text.ts'
import { statusChange, type StatusChange } from '../../publish/status-change.ts'
import type { Published } from '../../site/client/api/published.ts'
import { count } from '../../validate/text/count.ts'
import { show } from '../../validate/text/show.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import type { Flags } from '../flags.ts'
import { openInView, repositoryOf } from '../pull/open-in-view.ts'
import { showStatusLink } from '../pull/show-editor-link.ts'
import { signedInAlready, signInByCode } from '../pull/sign-in.ts'
import { watch } from '../pull/watch.ts'
import { findVersions } from '../registry/versions.ts'
import { readServerVersion, type ServerVersion } from '../server-version.ts'
import { Stop, usageError } from '../stop.ts'
import type { World } from '../world.ts'

interface Kind {
  name: string
  does: string
  status: Status
  /** Who sees what afterwards. */
  effects: readonly string[]
}

const DEPRECATE: Kind = {
  name: 'deprecate',
  does: 'Advises against a server or a version of it',
  status: 'deprecated',
  effects: [
    'Who has it keeps it: nothing changes on their computers.',
    'It stays in lists and in the search, with your reason beside it; who installs it is warned.',
  ],
}
const DELETE: Kind = {
  name: 'delete',
  does: 'Takes a server or a version of it out of the lists',
  status: 'deleted',
  effects: [
    'Who has it keeps it: its packages are not touched.',
    'It leaves the lists and the search. Its page and the API say that it was deleted, with your reason.',
    'The version can never be published again with another content; restore brings it back as it was.',
  ],
}
const RESTORE: Kind = {
  name: 'restore',
  does: 'Takes a deprecation or deletion back',
  status: 'active',
  effects: ['It is offered as usual again, and the reason is gone.'],
}

export const [deprecate, remove, restore] = [DEPRECATE, DELETE, RESTORE].map(commandOf) as [
  Command,
  Command,
  Command,
]

function commandOf(kind: Kind): Command {
  const { name, does, status } = kind
  const reasons = status === 'active' ? [] : (['reason', 'moved-to'] as const)
  return {
    name,
    takes: 'NAME[@VERSION]',
    does,
    details: `Opens a pull request. ${kind.effects.join(' ')}`,
    arguments: [['NAME[@VERSION]', 'the server; with a version, that one only']],
    words: [1, 1],
    flags: [...reasons, 'yes', 'dry-run', 'web', 'no-watch'],
    example: `mcp-git ${name} io.github.acme/weather@1.4.0${status === 'active' ? '' : " --reason 'Use 1.4.1'"}`,
    async run({ words: [word = ''], flags }, world) {
      const { terminal } = world
      const wanted = readServerVersion(word)
      const repository = repositoryOf(world)
      terminal.title(`mcp-git ${name} ${word}`)
      const affected = await affectedBy(wanted, kind, world)
      for (const { server, status: before } of affected)
        terminal.fact('', server.version, `${before} → ${status}`)
      for (const effect of kind.effects) terminal.say(`- ${effect}`)
      const change: StatusChange = { ...wanted, status, ...(await explained(kind, flags, world)) }
      const { path, text } = statusChange(change)
      const about = { ...wanted, status, path, versions: affected.map(({ server }) => server.version) }
      if (flags['dry-run']) {
        terminal.heading(`Would open a pull request to ${repository}`)
        terminal.fact('Adds', path, '')
        terminal.lines(text)
        return { exit: EXIT.done, json: { ...about, pull: null } }
      }
      if (flags.web) {
        const mayExist = affected.some((each) => each.status !== 'active')
        const editor = showStatusLink(repository, path, text, mayExist, terminal)
        return { exit: EXIT.done, json: { ...about, repository, editor } }
      }
      await confirmed(name, count(affected.length, 'version'), flags, world)
      terminal.heading(`Pull request to ${repository}`)
      const account = (await signedInAlready(world)) ?? (await signInByCode(world))
      const pull = await openInView(statusPull(change), { [path]: text }, account, world)
      const { number, url } = pull
      if (flags['no-watch'])
        return { exit: EXIT.open, json: { ...about, pull: { number, url, state: 'open' } } }
      const { exit, progress } = await watch(pull, account, world, `mcp-git status ${wanted.name}`)
      const { state = 'open', findings } = progress ?? {}
      if (exit === EXIT.done) terminal.end('Done', `${wanted.name} is ${status}`)
      return { exit, json: { ...about, pull: { number, url, state, findings } } }
    },
  }
}

async function affectedBy(
  { name, version }: ServerVersion,
  { status }: Kind,
  world: World,
): Promise<Published[]> {
  const versions = await findVersions(name, world)
  const affected =
    version === undefined ? versions : versions.filter(({ server }) => server.version === version)
  if (status === 'active' && affected.length > 0 && affected.every((each) => each.status === status)) {
    throw usageError(`${name} is offered as usual already.`, 'There is nothing to do.')
  }
  if (affected.length > 0) return affected
  const what =
    version !== undefined && versions.length > 0 ? `version ${show(version)} of ${show(name)}` : show(name)
  throw usageError(`${world.target.title} does not list ${what}.`, `What it lists: mcp-git status ${name}`)
}

async function explained(
  { name, status }: Kind,
  flags: Flags,
  { terminal }: World,
): Promise<Pick<StatusChange, 'reason' | 'movedTo'>> {
  if (status === 'active') return {}
  const { 'moved-to': movedTo } = flags
  const reason = flags.reason ?? (terminal.asks ? await askReason() : undefined)
  if (!reason)
    throw usageError(
      'A reason is missing, which people see beside the server.',
      `mcp-git ${name} … --reason 'Use 1.4.1'`,
    )
  return { reason, ...(movedTo && { movedTo }) }

  function askReason(): Promise<string> {
    const fault = (answer: string): string | undefined =>
      answer === '' ? 'People want to know why.' : undefined
    return terminal.ask({ question: 'Why?', hint: 'people see it beside the server', fault })
  }
}

async function confirmed(verb: string, what: string, { yes }: Flags, { terminal }: World): Promise<void> {
  if (yes) return
  if (!terminal.asks) throw usageError('Nobody is there to confirm it.', 'Add --yes.')
  if (!(await terminal.confirm(`${verb[0]!.toUpperCase()}${verb.slice(1)} ${what}?`))) {
    throw new Stop(EXIT.usage, 'Cancelled. Nothing was sent.')
  }
}
