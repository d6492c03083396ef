import { kiroLink } from '../links.ts'
import { jsonClient, withoutType } from './json-client.ts'

export const kiro = jsonClient({
  id: 'kiro',
  label: 'Kiro',
  path: '~/.kiro/settings/mcp.json',
  container: 'mcpServers',
  stdio: (program) => ({ ...program, disabled: false, autoApprove: [] }),
  remote: withoutType,
  reference: (variable) => `\${${variable}}`,
  link: kiroLink,
})
