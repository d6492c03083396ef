import { expect, test } from 'vitest'
import { plainText, plainWord, plainWordSoFar } from './spellings.ts'

test('languages keep their names without their signs', () => {
  expect(plainText('C++ and C# on .NET, Node.js by e-mail')).toBe(
    'cplusplus and csharp on dotnet, nodejs by email',
  )
  expect(plainText('example.net')).toBe('example.net')
})

test('accents do not matter, and scripts stay whole', () => {
  expect(plainText('Café Ångström')).toBe('cafe angstrom')
  expect(plainText('도서관')).toBe('도서관')
})

test('one spelling stands for all', () => {
  expect(plainWord('postgresql')).toBe('postgres')
  expect(plainWord('weather')).toBe('weather')
})

test('what is typed towards an alias finds the word all the way', () => {
  expect(['postgres', 'postgresq', 'postgresql', 'postg'].map(plainWordSoFar)).toEqual([
    'postgres',
    'postgres',
    'postgres',
    'postg',
  ])
})
