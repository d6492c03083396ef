import { jsonClient, withoutType } from './json-client.ts'

export const zed = jsonClient({
  id: 'zed',
  label: 'Zed',
  path: '~/.config/zed/settings.json',
  container: 'context_servers',
  stdio: (program) => program,
  remote: withoutType,
})
