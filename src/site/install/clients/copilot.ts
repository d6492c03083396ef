import type { Reached } from '../parts.ts'
import { jsonClient, withoutType } from './json-client.ts'

/** Compares its entries with the registry, by their full names. */
export const copilotCli = jsonClient({
  id: 'copilot-cli',
  label: 'Copilot CLI',
  path: '~/.copilot/mcp-config.json',
  container: 'mcpServers',
  usesFullName: true,
  stdio: (program) => ({ type: 'local', ...program, tools: ['*'] }),
  remote: (address) => ({ ...address, tools: ['*'] }),
  reference: (variable) => `\${${variable}}`,
})

export const jetbrains = jsonClient({
  id: 'jetbrains',
  label: 'Copilot in JetBrains',
  path: '~/.config/github-copilot/intellij/mcp.json',
  container: 'servers',
  usesFullName: true,
  stdio: (program) => ({ type: 'stdio', ...program }),
  remote: requested,
})

export const xcode = jsonClient({
  id: 'xcode',
  label: 'Copilot in Xcode',
  path: '~/.config/github-copilot/xcode/mcp.json',
  container: 'servers',
  usesFullName: true,
  stdio: (program) => ({ type: 'stdio', ...program }),
  remote: (address) => ({ type: 'http', ...requested(address) }),
})

export const eclipse = jsonClient({
  id: 'eclipse',
  label: 'Copilot in Eclipse',
  path: 'Preferences → GitHub Copilot → MCP',
  container: 'servers',
  usesFullName: true,
  stdio: (program) => ({ type: 'stdio', ...program }),
  remote: (address) => ({ type: 'http', ...requested(address) }),
})

function requested(address: Reached): object {
  const { url, headers } = withoutType(address)
  return { url, ...(headers && { requestInit: { headers } }) }
}
