import { fillerOf } from '../fill.ts'
import { isPublicHttps } from '../links.ts'
import { reachedOf } from '../parts.ts'
import type { Client, Instruction } from '../types.ts'
import { jsonClient } from './json-client.ts'

const file = jsonClient({
  id: 'claude-desktop',
  label: 'Claude Desktop',
  path: 'claude_desktop_config.json',
  container: 'mcpServers',
  needsCmd: true,
  stdio: (program) => program,
  remote: () => undefined,
})

/** Opens bundles, starts programs, and takes addresses in its settings page, which has no room for headers. */
export const claudeDesktop: Client = {
  id: file.id,
  label: file.label,
  instructions(option, context, answers) {
    const { launch } = option
    if (launch.type === 'download') return launch.url ? download(launch.url, launch.sha256) : []
    if (launch.type !== 'http' && launch.type !== 'sse') return file.instructions(option, context, answers)
    const filler = fillerOf(option, { answers, hidesSecrets: true })
    const { url, headers } = reachedOf(launch, filler)
    if (headers || filler.missing.size > 0 || !isPublicHttps(url)) return []
    const text = 'Open Settings, then Connectors, then “Add custom connector”, and paste this address.'
    return [{ type: 'text', text, value: url }]
  },
}

function download(url: string, sha256: string | undefined): Instruction[] {
  const compare = 'Compare the SHA-256 of the file first. It has to be this.'
  return [
    { type: 'link', label: 'Download the bundle', url },
    ...(sha256 ? [{ type: 'text' as const, text: compare, value: sha256 }] : []),
    { type: 'text', text: 'Open the file with Claude Desktop.' },
  ]
}
