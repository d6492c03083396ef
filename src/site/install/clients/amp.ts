import { jsonClient, withoutType } from './json-client.ts'

export const amp = jsonClient({
  id: 'amp',
  label: 'Amp',
  path: '~/.config/amp/settings.json',
  container: 'amp.mcpServers',
  stdio: (program) => program,
  remote: withoutType,
  command: ({ name, program }) =>
    program && !program.env ? ['amp', 'mcp', 'add', name, '--', program.command, ...program.args] : undefined,
})
