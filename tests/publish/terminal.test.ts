import { expect, test } from 'vitest'
import { makeScreen } from '../support/screen.ts'
import { startTerminal } from '../support/terminal.ts'

const PROMPT = `
  import { confirm, text } from '@clack/prompts'
  const name = await text({ message: 'Name?' })
  const sure = await confirm({ message: 'Sure?' })
  console.log('You said', name, sure, process.stdout.columns)
  process.exit(5)
`

test('a prompt is read, answered and counted as a person would', async () => {
  const terminal = startTerminal(process.execPath, ['--input-type=module', '-e', PROMPT], { columns: 60 })
  await terminal.waitFor('Name?')
  terminal.type('weather')
  terminal.press('enter')
  await terminal.waitFor('Sure?')
  terminal.press('right')
  terminal.press('enter')
  await terminal.waitFor('You said weather false 60')
  expect(await terminal.ended).toBe(5)
  expect(terminal.keystrokes()).toBe(10)
  // Drawn again several times, and on the screen once.
  expect(terminal.screen().match(/Sure\?/g)).toHaveLength(1)
  expect(terminal.screen()).not.toContain('\x1b')
})

test('waiting ends with the program, and shows what was on the screen', async () => {
  const terminal = startTerminal(process.execPath, ['-e', 'console.log("only this")'])
  await expect(terminal.waitFor('something else')).rejects.toThrow(/when the program ended.*\n[^]*only this/)
})

test('what is drawn over is gone, and what was scrolled away is not', () => {
  const screen = makeScreen(10, 3)
  screen.write('one\r\ntwo\r\nthree\r\nfour\r\n\x1b[2A\x1b[J\x1b[1mTHR')
  screen.write('EE\x1b[2')
  screen.write('2m!\x1b]0;title\x07\r\n0123456789ab')
  expect(screen.text()).toBe('one\ntwo\nTHREE!\n0123456789\nab')
})
