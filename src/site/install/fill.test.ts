import { expect, test } from 'vitest'
import type { Argument } from '../../model/server-json.ts'
import { ACME, textsOf, toldTo } from './testing/run-example.ts'
import type { Answers } from './types.ts'

function argsWith(
  packageArguments: Argument[],
  answers: Answers,
  runtimeArguments: Argument[] = [],
): string[] {
  const [pack] = ACME.packages!
  const server = { ...ACME, packages: [{ ...pack!, packageArguments, runtimeArguments }] }
  const [file] = textsOf(toldTo('lm-studio', server, 'package-0', { answers }), 'file')
  return JSON.parse(file!).mcpServers.search.args.slice(1)
}

const ROOT: Argument = { type: 'named', name: '--root', valueHint: 'folder' }
const PACKAGE = '@acme/search@1.2.3'

test('a preset stands until a person answers', () => {
  expect(argsWith([{ ...ROOT, default: '/' }], {})).toEqual([PACKAGE, '--root', '/'])
  expect(argsWith([{ ...ROOT, default: '/' }], { 'argument.0': '/home' })).toEqual([
    PACKAGE,
    '--root',
    '/home',
  ])
  expect(argsWith([{ ...ROOT, default: '/' }], { 'argument.0': '' })).toEqual([PACKAGE, '--root', '/'])
})

test('what is not answered is left out with its name, or has a placeholder if it is required', () => {
  expect(argsWith([ROOT], {})).toEqual([PACKAGE])
  expect(argsWith([{ ...ROOT, isRequired: true }], {})).toEqual([PACKAGE, '--root', '<--root>'])
})

test('a repeated argument is there once for each answer', () => {
  expect(argsWith([{ ...ROOT, isRepeated: true }], { 'argument.0': ['/a', '/b'] })).toEqual([
    ...[PACKAGE, '--root', '/a', '--root', '/b'],
  ])
})

test('what a person gives to the package may begin with a dash, what goes before it may not', () => {
  const target: Argument = { type: 'positional', valueHint: 'target', isRequired: true }
  expect(argsWith([target], { 'argument.0': '-x' })).toEqual([PACKAGE, '-x'])
  expect(argsWith([], { 'runtime.0': '-x' }, [target])).toEqual(['<target>', PACKAGE])
})

test('a server cannot answer for people', () => {
  expect(argsWith([{ ...ROOT, isRequired: true }], Object.create({ 'argument.0': 'x' }))).toEqual([
    ...[PACKAGE, '--root', '<--root>'],
  ])
})
