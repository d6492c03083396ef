import { expect, test } from 'vitest'
import { WEATHER } from '../testing/listed.ts'
import { mend, mendingAdvice } from './mend.ts'

const TEXT = `${JSON.stringify(WEATHER, undefined, 2)}\n`

test('what has one remedy is mended, and everything else stays as it is, line ends too', () => {
  const broken = TEXT.replace('"environmentVariables"', '"enviromentVariables"')
    .replace('"npm"', '"NPM"')
    .replaceAll('\n', '\r\n')
  expect(mend(`\uFEFF${broken}`)).toEqual({ text: TEXT.replaceAll('\n', '\r\n'), faults: 3 })
})

test('what a person has to decide is left, also where it comes before the rest', () => {
  const broken = TEXT.replace('"1.4.0"', '"^1.4.0"')
  expect(mend(broken)).toEqual({ text: broken, faults: 0 })
  const both = broken.replace('"environmentVariables"', '"enviromentVariables"')
  expect(mend(both)).toEqual({ text: broken, faults: 1 })
})

test.each(['', '{', '[]', '7', 'null'])('%j is left as it is', (text) => {
  expect(mend(text)).toEqual({ text, faults: 0 })
})

test('the command is named where it would do something', () => {
  expect(mendingAdvice('server.json', TEXT)).toBeUndefined()
  expect(mendingAdvice('server.json', TEXT.replace('"npm"', '"NPM"'))).toBe(
    'To mend 1 error of these: mcp-git validate server.json --fix',
  )
})
