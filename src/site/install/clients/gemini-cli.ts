import { jsonClient, withoutType, type CommandDetails } from './json-client.ts'
import { isAddress, isHeader, isVariable } from './words.ts'

export const geminiCli = jsonClient({
  id: 'gemini-cli',
  label: 'Gemini CLI',
  path: '~/.gemini/settings.json',
  container: 'mcpServers',
  stdio: (program) => program,
  remote: (address) => {
    const { url, headers } = withoutType(address)
    return address.type === 'sse' ? { url, headers } : { httpUrl: url, headers }
  },
  reference: (variable) => `$${variable}`,
  command: geminiCommand,
})

function geminiCommand({ name, program, address }: CommandDetails): string[] | undefined {
  if (program) {
    const pairs = Object.entries(program.env ?? {})
    // It cuts the value at the next `=`.
    if (!pairs.every(([variable, value]) => isVariable(variable) && !value.includes('='))) return undefined
    const env = pairs.flatMap(([variable, value]) => ['-e', `${variable}=${value}`])
    const { command, args } = program
    // It would take options that it knows for its own, and read numbers as numbers.
    const rest = args.every((arg) => arg === '-y' || /^[^-+.0-9]/.test(arg)) ? args : ['--', ...args]
    return ['gemini', 'mcp', 'add', '-s', 'user', ...env, name, command, ...rest]
  }
  const { type, url, headers = {} } = address!
  if (!Object.keys(headers).every(isHeader) || !isAddress(url)) return undefined
  const given = Object.entries(headers).flatMap(([header, value]) => ['--header', `${header}: ${value}`])
  return ['gemini', 'mcp', 'add', '-s', 'user', '--transport', type, ...given, name, url]
}
