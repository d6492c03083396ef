import { commandSteps } from '../command-step.ts'
import { isPublicHttps } from '../links.ts'
import type { Client } from '../types.ts'

/** Takes a server from the registry by its name: its first remote, or its only image. */
export const toolhive: Client = {
  id: 'toolhive',
  label: 'ToolHive',
  instructions({ key, kind }, context) {
    if (key !== 'remote-0' && kind !== 'oci') return []
    const { name, registryUrl, isWindows } = context
    const registry = registryUrl.replace(/\/+$/, '')
    if (!isWord(name) || !isWord(registry)) return []
    const set = commandSteps(
      ['thv', 'config', 'set-registry', ...(isPublicHttps(registry) ? [] : ['-p']), registry],
      context,
    )
    const run = commandSteps(['thv', 'run', name], context)
    const [first, second] = [set[0], run[0]]
    if (first?.type !== 'command' || second?.type !== 'command') return []
    return [{ ...first, text: `${first.text}${isWindows ? '\n' : ' && '}${second.text}` }]
  },
}

/** Its kinds of packages, which it takes in this order, and before them a remote. */
const DOCKER_KINDS: readonly string[] = ['remote', 'oci', 'pypi', 'npm']

export const docker: Client = {
  id: 'docker',
  label: 'Docker',
  instructions({ kind, launch }, context) {
    const { name, registryUrl } = context
    const isUsable = launch.type !== 'unknown' && !(launch.type === 'stdio' && launch.then)
    if (!DOCKER_KINDS.includes(kind) || !isUsable || !isPublicHttps(registryUrl)) return []
    const entry = `${registryUrl}v0/servers/${encodeURIComponent(name.toWellFormed())}/versions/latest`
    const words = ['docker', 'mcp', 'profile', 'server', 'add', 'my-profile', '--server', entry]
    return commandSteps(words, context).map((step) => ({
      ...step,
      note: 'Put the name of your profile in place of `my-profile`.',
    }))
  },
}

function isWord(text: string): boolean {
  return /^[^-\s]\S*$/.test(text)
}
