import type { Entry } from '../../model/entry.ts'
import { jsonText } from '../install/notation/json-text.ts'
import { codexRequirements } from './codex.ts'
import { gooseAllowlist } from './goose.ts'
import { matchersOf } from './matchers.ts'

/** What an organisation adds to a client's settings to allow one server. */
export interface Allowlist {
  client: string
  file: string
  language: 'json' | 'toml' | 'yaml'
  text: string
}

/** The fragments for one server. Empty for a deleted one. */
export function serverAllowlists({ server, official }: Entry): Allowlist[] {
  if (official.status === 'deleted') return []
  const matchers = matchersOf(server)
  const goose = gooseAllowlist([server])
  const codex = codexRequirements([server])
  return [
    {
      client: 'Copilot and Claude Code',
      file: 'managed-settings.json',
      language: 'json',
      text: jsonText({ allowedMcpServers: matchers }),
    },
    {
      client: 'VS Code',
      file: 'settings.json',
      language: 'json',
      text: jsonText({ 'chat.mcp.allowedServers': matchers }),
    },
    ...(goose.includes('command:')
      ? [{ client: 'Goose', file: 'allowlist.yaml', language: 'yaml' as const, text: goose.trimEnd() }]
      : []),
    ...(codex.includes('[mcp_servers')
      ? [{ client: 'Codex', file: 'requirements.toml', language: 'toml' as const, text: codex.trimEnd() }]
      : []),
  ]
}
