import { jsonClient, type CommandDetails } from './json-client.ts'
import { isAddress, isHeader, isVariable } from './words.ts'

/** Looks variables up in the environment, in its files and in entries that are given as JSON, not in `--env`. */
export const claudeCode = jsonClient({
  id: 'claude-code',
  label: 'Claude Code',
  path: '.mcp.json',
  container: 'mcpServers',
  needsCmd: true,
  stdio: (program) => program,
  remote: (address) => address,
  reference: (variable) => `\${${variable}}`,
  command,
})

function command({ name, program, address, refers }: CommandDetails): string[] | undefined {
  if (refers) {
    const entry = program ? { type: 'stdio', ...program } : address
    return ['claude', 'mcp', 'add-json', name, JSON.stringify(entry)]
  }
  const add = ['claude', 'mcp', 'add']
  const pairs = Object.entries(program?.env ?? address?.headers ?? {})
  if (program) {
    if (!pairs.every(([variable]) => isVariable(variable))) return undefined
    const env = pairs.flatMap(([variable, value]) => ['--env', `${variable}=${value}`])
    // `--env` takes all words that follow it, up to the next option, and with them the name.
    return [...add, ...env, '--scope', 'user', name, '--', program.command, ...program.args]
  }
  const { type, url } = address!
  if (!pairs.every(([header]) => isHeader(header)) || !isAddress(url)) return undefined
  const headers = pairs.flatMap(([header, value]) => ['--header', `${header}: ${value}`])
  return [...add, '--scope', 'user', '--transport', type, name, url, ...headers]
}
