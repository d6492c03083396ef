import { expect, test } from 'vitest'
import { MEANINGS } from './server-meanings.ts'
import { serverReference } from './server-reference.ts'

const reference = serverReference()

test('every field of the schema has a meaning, and there are no others', () => {
  const fields = reference.flatMap(({ id, rows }) => rows.map(({ name }) => `${id}.${name}`))
  expect(fields.sort()).toEqual(Object.keys(MEANINGS).sort())
  for (const meaning of Object.values(MEANINGS)) expect(meaning).toMatch(/\.$/)
})

test('the whole reference', async () => {
  const lines = reference.flatMap(({ title, rows }) => [
    `## ${title}`,
    ...rows.map(({ name, isRequired, type, limits, leadsTo }) =>
      [
        `${name}${isRequired ? ' (required)' : ''}: ${type}`,
        ...limits,
        ...(leadsTo ? [`→ ${leadsTo}`] : []),
      ].join('; '),
    ),
    '',
  ])
  await expect(lines.join('\n')).toMatchFileSnapshot('golden/server-reference.txt')
})
