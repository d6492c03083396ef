import { expect, test } from 'vitest'
import type { Field, InstallOption, Launch } from '../install/types.ts'
import { placeholderConfig } from './placeholder-config.ts'

const field = (id: string, more: Partial<Field> = {}): Field => ({
  ...{ id, name: id, place: 'argument', isRequired: false, isSecret: false },
  ...more,
})
const option = (launch: Launch, fields: Field[] = []): InstallOption => ({
  ...{ key: 'package-0', kind: 'npm', label: 'npm', identifier: 'x' },
  fields,
  launch,
})

test('what must be given is a placeholder, what has a preset is preset, and the rest is left out', () => {
  const fields = [field('must', { isRequired: true }), field('may'), field('usual', { preset: '8080' })]
  const launch: Launch = {
    type: 'stdio',
    command: 'npx',
    args: [
      { tokens: [['-y'], ['x@1']], isRequired: true },
      { tokens: [['--must=', { field: 'must' }]], isRequired: true },
      { tokens: [['--may'], [{ field: 'may' }]], isRequired: false },
      { tokens: [['--port'], [{ field: 'usual' }]], isRequired: false },
    ],
    environment: [
      { name: 'A', value: [{ field: 'must' }], isRequired: true },
      { name: 'B', value: [{ field: 'may' }], isRequired: false },
    ],
  }
  expect(placeholderConfig(option(launch, fields))).toEqual({
    argv: ['npx', '-y', 'x@1', '--must=<must>', '--port', '8080'],
    entry: { command: 'npx', args: ['-y', 'x@1', '--must=<must>', '--port', '8080'], env: { A: '<must>' } },
  })
})

test('a remote is an address, also behind a program that has to be started first', () => {
  const remote = {
    type: 'http' as const,
    url: ['https://', { field: 'host' }, '/mcp'],
    headers: [{ name: 'X-Key', value: [{ field: 'key' }], isRequired: true }],
  }
  const fields = [field('host', { isRequired: true }), field('key', { isRequired: true })]
  const entry = { type: 'http', url: 'https://<host>/mcp', headers: { 'X-Key': '<key>' } }
  expect(placeholderConfig(option(remote, fields))).toEqual({ entry })
  const started: Launch = { type: 'stdio', command: 'uvx', args: [], environment: [], then: remote }
  expect(placeholderConfig(option(started, fields))).toEqual({ argv: ['uvx'], entry })
})

test('a file to download has neither', () => {
  expect(placeholderConfig(option({ type: 'download', url: 'https://x.example/a.mcpb' }))).toEqual({})
})
