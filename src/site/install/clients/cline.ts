import { jsonClient } from './json-client.ts'

export const cline = jsonClient({
  id: 'cline',
  label: 'Cline',
  path: 'cline_mcp_settings.json',
  container: 'mcpServers',
  stdio: (program) => ({ ...program, disabled: false }),
  remote: ({ type, url, headers }) => ({ type: type === 'sse' ? type : 'streamableHttp', url, headers }),
})
