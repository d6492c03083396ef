import { expect, test } from 'vitest'
import { validateServerJson } from '../server-json.ts'
import { toAnnotations } from './github.ts'
import { toJson } from './json.ts'
import type { FileReport } from './report.ts'
import { toText } from './text.ts'

const BROKEN = `{
  "$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
  "name": "io.github.alice/weather",
  "descripton": "Weather reports",
  "version": "^1.0.0",
\t"repository": { "url": "https://github.com/alice/weather/tree/main", "source": "github" },
  "packages": [
    { "registryType": "oci", "identifier": "ghcr.io/alice/weather:1.0.0", "version": "1.0.0", "transport": { "type": "stdio" }, "environmentVariables": [{ "name": "PORT", "default": 8080 }] }
  ]
}
`
const FINE = `{
  "$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
  "name": "io.github.alice/weather",
  "description": "Weather reports",
  "version": "1.0.0",
  "remotes": [{ "type": "streamable-http", "url": "https://weather.example.com/mcp" }]
}
`

function reportOn(file: string, text: string): FileReport {
  const { valid, findings } = validateServerJson(text)
  return { file, valid, findings, text }
}

test('text for people', async () => {
  const reports = [reportOn('weather/1.0.0/server.json', BROKEN), reportOn('weather/1.1.0/server.json', FINE)]
  await expect(toText(reports)).toMatchFileSnapshot('golden/broken.txt')
})

test('text when all is well', () => {
  expect(toText([reportOn('server.json', FINE)])).toBe('✓ 1 file checked: it is valid.\n')
  expect(toText([])).toBe('✓ There is no server.json to check.\n')
})

test('text paints only what it is told to', () => {
  const painted = toText([reportOn('server.json', '{')], { paint: (style, text) => `<${style}>${text}</>` })
  expect(painted).toContain('<red>error R203</>')
})

test('no file writes to the terminal', () => {
  const text = FINE.replace('Weather', '\x1b[2J\u202eWeather')
  expect(toText([reportOn('a\x1b[2Jb', text)])).not.toMatch(/[\x1b\u202e]/)
})

test('JSON for programs has the agreed keys and no others', () => {
  const json = JSON.parse(toJson([reportOn('server.json', FINE.replace('1.0.0', 'latest'))])) as unknown
  expect(json).toEqual({
    valid: false,
    files: [
      {
        file: 'server.json',
        valid: false,
        findings: [
          {
            code: 'R244',
            severity: 'error',
            pointer: '/version',
            line: 5,
            column: 14,
            message: 'The version is `latest`, which is a reserved word.',
            fix: 'Name the version itself, such as `1.2.3`.',
          },
        ],
      },
    ],
  })
})

test('annotations escape what would be a command of its own', () => {
  const finding = {
    code: 'R1',
    severity: 'error',
    pointer: '',
    line: 1,
    column: 2,
    message: '100%\r\n::x',
    fix: 'y',
  } as const
  expect(toAnnotations([{ file: 'a,b:c', valid: false, findings: [finding] }])).toBe(
    '::error file=a%2Cb%3Ac,line=1,col=2,title=R1::100%25%0D%0A::x%0Ay\n1 file checked: 1 error in 1 of them.\n',
  )
})
