import type { PullProgress } from '../../publish/github/read-progress.ts'
import type { Published } from '../../site/client/api/published.ts'
import { serverPath } from '../../site/paths.ts'
import { clueFromText } from '../../publish/lookup/text.ts'
import { count } from '../../validate/text/count.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit.ts'
import { askingGitHub } from '../pull/asking-github.ts'
import { repositoryOf } from '../pull/open-in-view.ts'
import { showFindings, showStations } from '../pull/show-progress.ts'
import { signedInAlready } from '../pull/sign-in.ts'
import { readIfThere } from '../read-file.ts'
import { findVersions } from '../registry/versions.ts'
import { readServerVersion } from '../server-version.ts'
import { usageError } from '../stop.ts'
import type { World } from '../world.ts'

const SHOWN = 5

export const status: Command = {
  name: 'status',
  takes: '[NAME]',
  does: 'Tells how far a pull request is, and what is listed',
  arguments: [['NAME', 'the server (default: that of server.json in this folder)']],
  words: [0, 1],
  flags: [],
  example: 'mcp-git status io.github.acme/weather',
  async run({ words: [word] }, world) {
    const { terminal, target } = world
    const { name } = readServerVersion(word ?? nameHere(world))
    terminal.title(`mcp-git status ${name}`)
    const versions = await findVersions(name, world)
    showVersions(versions, world)
    if (versions.length > 0) terminal.say(target.url + serverPath(name).slice(1))
    const pull = target.repository ? await openPull(name, world) : undefined
    return { exit: EXIT.done, json: { name, versions: versions.map(inShort), pull: pull ?? null } }
  },
}

function nameHere({ cwd }: World): string {
  const text = readIfThere('server.json', cwd)?.toString('utf8')
  const name = text === undefined ? undefined : clueFromText(text).server.name
  if (name) return name
  throw usageError(
    'There is no server.json here that names a server.',
    'Name it: mcp-git status io.github.acme/weather',
  )
}

function showVersions(versions: readonly Published[], { terminal, target }: World): void {
  if (versions.length === 0) return terminal.say(`${target.title} does not list it.`)
  for (const { server, status, statusMessage, isLatest } of versions.slice(0, SHOWN)) {
    const says = [status, isLatest && 'latest', statusMessage].filter(Boolean).join(', ')
    terminal.mark(status === 'active' ? '✓' : '!', server.version, says)
  }
  if (versions.length > SHOWN) terminal.say(`and ${count(versions.length - SHOWN, 'older version')}`)
}

async function openPull(name: string, world: World): Promise<PullProgress | undefined> {
  const { github, terminal, target } = world
  const account = await signedInAlready(world)
  if (!account) {
    terminal.say('Whether a pull request of yours is open is not known: GitHub does not know who you are.')
    return undefined
  }
  const { octokit, login } = account
  const repository = repositoryOf(world)
  const open = await askingGitHub(github.openPullFor(octokit, repository, login, name))
  if (!open) {
    terminal.say('No pull request of yours is open.')
    return undefined
  }
  const etags = new Map()
  const options = { fetch: world.fetch }
  const progress = await askingGitHub(
    github.readProgress(octokit, repository, open.number, target.url, etags, options),
  )
  terminal.heading(`Pull request ${progress.url}`)
  showStations(progress, terminal)
  showFindings(progress, new Set(), terminal)
  return progress
}

function inShort({ server, status, statusMessage, isLatest }: Published): object {
  return { version: server.version, status, ...(statusMessage && { statusMessage }), isLatest }
}
