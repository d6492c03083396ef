import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fakePublication } from '../../../tests/support/gate-context.ts'
import { readRecords } from './domain-records.ts'
import { signatureFault } from './domain-signature.ts'
import { signedText } from './signed-text.ts'

test('is what it always was: published signatures depend on it', () => {
  expect(signedText('com.acme/search', '1.2.0', Buffer.from('{}')).toString()).toBe(
    'mcp-git-registry:v1\ncom.acme/search\n1.2.0\n44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n',
  )
})

test('the commands of the documentation make a key and a signature that count', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/ownership.md'), 'utf8')
  const commands = [...page.matchAll(/```sh\n([^`]*openssl[^`]*)```/g)].map(([, command]) => command!)
  expect(commands).toHaveLength(2)
  const cwd = mkdtempSync(join(tmpdir(), 'sign-'))
  const version = fakePublication('com.acme/search', '1.2.0')
  writeFileSync(join(cwd, 'server.json'), version.file.bytes)
  const [record = ''] = commands.map((command) =>
    execFileSync('sh', ['-ec', command], { cwd, encoding: 'utf8' }),
  )
  const { keys } = readRecords([record])
  expect(keys).toHaveLength(1)
  expect(signatureFault({ ...version, proof: readFileSync(join(cwd, 'proof.json')) }, keys)).toBeUndefined()
})
