import { expect, test } from 'vitest'
import { argumentTable, namedTable, variableTable } from './input-table.ts'

test('what must be given stands first, and the words say what a value is', () => {
  const [table] = namedTable('Environment variables', [
    { name: 'REGION', choices: ['eu', 'us'], default: 'eu' },
    { name: 'TOKEN', isRequired: true, description: 'Yours\u202e' },
  ])
  expect(table!.rows).toEqual([
    { name: 'TOKEN', marks: ['required', 'secret'], description: 'Yours', details: [] },
    {
      name: 'REGION',
      marks: [],
      description: '',
      details: [
        { term: 'Default', value: 'eu' },
        { term: 'Choices', value: 'eu, us' },
      ],
    },
  ])
})

test('arguments keep their order, and go by what is typed', () => {
  const [table] = argumentTable('Arguments', [
    { type: 'positional', valueHint: 'folder', isRepeated: true },
    { type: 'named', name: '--port', value: '{port}', variables: { port: { format: 'number' } } },
    { type: 'positional', value: 'serve' },
  ])
  expect(table!.rows.map(({ name, marks }) => [name, ...marks])).toEqual([
    ['<folder>', 'may repeat'],
    ['--port'],
    ['{port}'],
    ['serve'],
  ])
})

test('nothing to fill in needs no table', () => {
  expect([namedTable('x', undefined), argumentTable('x', []), variableTable('x', {})]).toEqual([[], [], []])
})
