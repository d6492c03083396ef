import { expect, test } from 'vitest'
import { foldByPublisher } from './fold.ts'

const rows = (...names: string[]) => names.map((name) => ({ name }))
const shape = (groups: ReturnType<typeof foldByPublisher<{ name: string }>>) =>
  groups.map(({ row, folded }) => [row.name, folded.length])

test('three rows of a publisher are shown, and the rest is behind the third', () => {
  const found = foldByPublisher(rows('a/1', 'a/2', 'b/1', 'a/3', 'a/4', 'b/2', 'a/5'))
  expect(shape(found)).toEqual([
    ['a/1', 0],
    ['a/2', 0],
    ['b/1', 0],
    ['a/3', 2],
    ['b/2', 0],
  ])
  expect(found[3]!.folded.map(({ name }) => name)).toEqual(['a/4', 'a/5'])
})

test('one row is not worth a fold, and who was asked for is not folded', () => {
  expect(shape(foldByPublisher(rows('a/1', 'a/2', 'a/3', 'a/4')))).toHaveLength(4)
  expect(shape(foldByPublisher(rows('a/1', 'a/2', 'a/3', 'a/4', 'a/5'), () => true))).toHaveLength(5)
})
