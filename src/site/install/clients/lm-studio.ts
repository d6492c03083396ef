import { lmStudioLink } from '../links.ts'
import { jsonClient, withoutType } from './json-client.ts'

export const lmStudio = jsonClient({
  id: 'lm-studio',
  label: 'LM Studio',
  path: '~/.lmstudio/mcp.json',
  container: 'mcpServers',
  stdio: (program) => program,
  remote: withoutType,
  link: lmStudioLink,
})
