import { expect, test } from 'vitest'
import { fileProblem, formatProblem } from './problem.ts'

test('a problem is one line that editors can follow', () => {
  expect(formatProblem({ ...fileProblem('servers/a.json', 'R101', 'No.', 'Do.'), line: 3, column: 7 })).toBe(
    'servers/a.json:3:7 R101 No. Do.',
  )
  expect(formatProblem(fileProblem('servers/a.json', 'R101', 'No.'))).toBe('servers/a.json:1:1 R101 No.')
})

test('no path and no value begins a line, steers a terminal or turns text around', () => {
  const path = 'servers/\n::error::\u001b[2J\u2028\u202e\u0085ü😀'
  expect(formatProblem(fileProblem(path, 'R101', 'Saw `\r\n`.'))).toBe(
    'servers/\\u000a::error::\\u001b[2J\\u2028\\u202e\\u0085ü😀:1:1 R101 Saw `\\u000d\\u000a`.',
  )
})
