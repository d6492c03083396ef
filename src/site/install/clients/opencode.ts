import { jsonClient } from './json-client.ts'

export const opencode = jsonClient({
  id: 'opencode',
  label: 'opencode',
  path: 'opencode.json',
  container: 'mcp',
  stdio: ({ command, args, env }) => ({
    type: 'local',
    command: [command, ...args],
    environment: env,
    enabled: true,
  }),
  remote: ({ url, headers }) => ({ type: 'remote', url, headers, enabled: true }),
  reference: (variable) => `{env:${variable}}`,
})
