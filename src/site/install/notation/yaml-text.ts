import { quoted } from './quoted.ts'

export type YamlValue =
  string | number | boolean | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined }

/** YAML of mappings and lists, in which every string is quoted but for keys that no version of YAML reads otherwise. */
export function yamlText(value: YamlValue, indent = ''): string {
  if (isList(value))
    return value.map((item) => `${indent}- ${yamlText(item, `${indent}  `).trimStart()}`).join('\n')
  return Object.entries(value as object)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]: [string, YamlValue]) => `${indent}${yamlKey(key)}:${yamlMember(member, indent)}`)
    .join('\n')
}

function yamlMember(value: YamlValue, indent: string): string {
  if (typeof value === 'string') return ` ${quoted(value)}`
  if (typeof value !== 'object') return ` ${value}`
  if (isList(value) && value.every((item) => typeof item === 'string'))
    return ` [${value.map(quoted).join(', ')}]`
  return Object.keys(value).length === 0 ? ' {}' : `\n${yamlText(value, `${indent}  `)}`
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value)
}

const RESERVED = /^(?:y|n|yes|no|true|false|on|off|null)$/i

function yamlKey(key: string): string {
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(key) && !RESERVED.test(key) ? key : quoted(key)
}
