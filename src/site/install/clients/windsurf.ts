import { jsonClient } from './json-client.ts'

/** Its links lead to its own marketplace only. */
export const windsurf = jsonClient({
  id: 'windsurf',
  label: 'Windsurf',
  path: '~/.codeium/windsurf/mcp_config.json',
  container: 'mcpServers',
  stdio: (program) => program,
  remote: ({ url, headers }) => ({ serverUrl: url, headers }),
  reference: (variable) => `\${env:${variable}}`,
})
