import { cursorLink } from '../links.ts'
import { jsonClient, withoutType } from './json-client.ts'

export const cursor = jsonClient({
  id: 'cursor',
  label: 'Cursor',
  path: '~/.cursor/mcp.json',
  container: 'mcpServers',
  stdio: (program) => program,
  remote: withoutType,
  reference: (variable) => `\${env:${variable}}`,
  link: cursorLink,
})
