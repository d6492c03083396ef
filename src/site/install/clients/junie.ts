import { jsonClient, withoutType } from './json-client.ts'

/** AI Assistant takes the same text in its settings page. */
export const junie = jsonClient({
  id: 'junie',
  label: 'JetBrains AI and Junie',
  path: '.junie/mcp/mcp.json',
  container: 'mcpServers',
  stdio: (program) => program,
  remote: (address) => (address.headers ? undefined : withoutType(address)),
})
