import { expect, test } from 'vitest'
import { saysName } from './mcp-name.ts'

const NAME = 'com.acme/server'

test.each([
  `mcp-name: ${NAME}`,
  `before mcp-name: ${NAME} after`,
  `mcp-name: ${NAME}\n`,
  `<!-- mcp-name: ${NAME}-->`,
  `<!-- mcp-name: ${NAME}--!>`,
  `(mcp-name: ${NAME})`,
  `\`mcp-name: ${NAME}\``,
  `mcp-name: ${NAME}é`,
  `mcp-name: ${NAME}-pro mcp-name: ${NAME}`,
])('%s', (text) => {
  expect(saysName(text, NAME)).toBe(true)
})

test.each([
  '',
  NAME,
  `mcp-name: ${NAME}-pro`,
  `mcp-name: ${NAME}-`,
  `mcp-name: ${NAME}--x>`,
  `mcp-name: ${NAME}.`,
  `mcp-name: ${NAME}/x`,
  `mcp-name: ${NAME}2`,
  `mcp-name: ${NAME}_x`,
  `mcp-name: ${NAME.toUpperCase()}`,
  `mcp-name:${NAME}`,
  `mcp-name:  ${NAME}`,
  `MCP-name: ${NAME}`,
  `mcp-name: x${NAME}`,
])('not %s', (text) => {
  expect(saysName(text, NAME)).toBe(false)
})
