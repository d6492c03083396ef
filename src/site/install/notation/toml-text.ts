import { quoted } from './quoted.ts'

export type TomlValue = string | number | boolean | readonly string[] | Readonly<Record<string, string>>

/** A TOML table. Members that are empty lists or tables are left out. */
export function tomlTable(path: readonly string[], members: Readonly<Record<string, TomlValue>>): string {
  const lines = Object.entries(members)
    .filter(([, value]) => typeof value !== 'object' || Object.keys(value).length > 0)
    .map(([key, value]) => `${tomlKey(key)} = ${tomlValue(value)}`)
  return [`[${path.map(tomlKey).join('.')}]`, ...lines].join('\n')
}

function tomlKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : quoted(key)
}

function tomlValue(value: TomlValue): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.map(quoted).join(', ')}]`
  const members = Object.entries(value as Record<string, string>)
  return `{ ${members.map(([key, member]) => `${tomlKey(key)} = ${quoted(member)}`).join(', ')} }`
}
