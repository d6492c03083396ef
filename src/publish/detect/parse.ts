import { parse as parseTomlText, TomlError } from 'smol-toml'
import { parse as parseYamlText, YAMLError } from 'yaml'
import { positionsIn } from '../../validate/text/positions.ts'
import { readJson } from '../../validate/text/read.ts'
import { BadFile } from './bad-file.ts'

/** @throws BadFile with the place */
export function parseJson(text: string): unknown {
  const { value, faults, text: read } = readJson(text)
  if (value !== undefined) return value
  const { line, column } = positionsIn(read)(faults[0]?.offset ?? 0)
  throw new BadFile(`is not JSON (line ${line}, column ${column})`)
}

/** @throws BadFile with the place */
export function parseToml(text: string): unknown {
  try {
    return parseTomlText(text, { maxDepth: 64 })
  } catch (error) {
    if (error instanceof TomlError)
      throw new BadFile(`is not TOML (line ${error.line}, column ${error.column})`)
    throw new BadFile('is not TOML')
  }
}

/** @throws BadFile with the place */
export function parseYaml(text: string): unknown {
  try {
    return parseYamlText(text, { maxAliasCount: 20, logLevel: 'error' })
  } catch (error) {
    const place = error instanceof YAMLError ? error.linePos?.[0] : undefined
    throw new BadFile(`is not YAML${place ? ` (line ${place.line}, column ${place.col})` : ''}`)
  }
}
