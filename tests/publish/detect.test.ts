import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Clue } from '../../src/publish/clue.ts'
import { compose, type Composition } from '../../src/publish/compose.ts'
import { cluesInFolder } from '../../src/publish/detect/folder.ts'
import { serverText } from '../../src/publish/server-text.ts'
import { validateServerJson } from '../../src/validate/server-json.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const scratch = mkdtempSync(join(tmpdir(), 'detect-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** A fixture as a folder of a Git repository of acme's. */
function checkOut(fixture: string): string {
  const folder = join(scratch, fixture)
  cpSync(join(FIXTURES, fixture), folder, { recursive: true })
  mkdirSync(join(folder, '.git'))
  writeFileSync(
    join(folder, '.git/config'),
    '[remote "origin"]\n\turl = git@github.com:acme/weather-mcp.git\n',
  )
  return folder
}

describe.each(readdirSync(FIXTURES))('the project %s', (fixture) => {
  test('is read as expected', async () => {
    const clues = await cluesInFolder(checkOut(fixture))
    await expect(report(clues, compose(clues))).toMatchFileSnapshot(`golden/detect-${fixture}.txt`)
  })
})

test.each(['npm', 'cargo', 'nuget', 'oci', 'mcpb', 'written'])(
  'what %s gives is complete, and valid',
  async (fixture) => {
    const { server, missing } = compose(await cluesInFolder(join(scratch, fixture)))
    expect(missing).toEqual([])
    expect(
      validateServerJson(serverText(server)).findings.filter(({ severity }) => severity === 'error'),
    ).toEqual([])
  },
)

test('no value of a setting gets anywhere', async () => {
  const clues = await Promise.all(
    readdirSync(FIXTURES).map((fixture) => cluesInFolder(join(scratch, fixture))),
  )
  expect(JSON.stringify(clues)).not.toContain('do-not-read-me')
})

/** As people would see it, the document last. */
function report(clues: readonly Clue[], { server, from, missing, newer, refusal }: Composition): string {
  const found = clues.flatMap(({ source, says, warnings }) => [
    `Found   ${source}: ${says}`,
    ...warnings.map((warning) => `  !     ${warning}`),
  ])
  const rest = [
    ...Object.entries(from).map(([field, source]) => `From    ${field}: ${source}`),
    ...missing.map(
      ({ ask, hint, suggestion }) => `Ask     ${ask} ${hint ?? ''}\n        > ${suggestion ?? ''}`,
    ),
    ...(newer ? [`Newer   ${newer.version} (${newer.source})`] : []),
    ...(refusal ? [`Refused ${refusal.source}: ${refusal.saw} ${refusal.fix}`] : []),
  ]
  return `${[...found, ...rest].join('\n')}\n\n${serverText(server)}`
}
