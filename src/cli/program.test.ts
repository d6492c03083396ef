import { expect, test } from 'vitest'
import { COMMANDS } from './commands/index.ts'
import { setStage } from './testing/stage.ts'

test('the help of the program and of every command', async () => {
  const stage = setStage()
  const lines = ['--help', ...COMMANDS.map(({ name }) => `${name} --help`)]
  const texts: string[] = []
  for (const line of lines) {
    const { exit, screen } = await stage.run(line)
    expect(exit).toBe(0)
    expect(Math.max(...screen.split('\n').map((each) => each.length))).toBeLessThanOrEqual(80)
    texts.push(`$ mcp-git ${line}\n${screen}`)
  }
  await expect(texts.join('\n')).toMatchFileSnapshot('golden/help.txt')
})

test('what is called the wrong way ends with 1, a sentence and what to do', async () => {
  const stage = setStage({ files: { 'server.json': '{}', 'a folder/x': '' } })
  const lines = [
    'pulish',
    'login github',
    '-y publish',
    'help pulish',
    'publish --token secret',
    'publish --jsno',
    'publish --yes=no',
    'publish one two',
    'publish @acme/weather',
    'publish npm:',
    'validate --format xml',
    'validate nothing.json',
    "validate 'a folder'",
    'deprecate',
    'deprecate weather',
    'deprecate io.github.acme/weather@',
    'search',
    'add emacs io.github.acme/weather',
    'add vscod io.github.acme/weather',
    'keygen --algorithm rsa',
    'keygen --domain nonsense',
    'sign',
    'sign --key a --signer b',
    'sign --signer a --signer-input hash',
    'search x --registry ftp://x',
  ]
  const texts: string[] = []
  for (const line of lines) {
    const { exit, screen } = await stage.run(line)
    expect([line, exit]).toEqual([line, 1])
    texts.push(`$ mcp-git ${line}\n${screen}`)
  }
  await expect(texts.join('\n')).toMatchFileSnapshot('golden/usage.txt')
})

test('without a command the help is shown, and that is an error', async () => {
  expect(await setStage().run('')).toMatchObject({ exit: 1, screen: expect.stringContaining('Usage:') })
})

test('errors are one JSON document with --json', async () => {
  const { exit, json } = await setStage().run('deprecate weather --json')
  expect(exit).toBe(1)
  expect(json).toEqual({
    error: {
      message: '`weather` is not the name of a server.',
      fix: 'Write it like io.github.acme/weather.',
    },
    exit: 1,
  })
})

test('another registry is asked who it is, and is never believed about where GitHub is', async () => {
  const stage = setStage({
    web: {
      'https://other.example/cli.json': {
        title: 'Other',
        repository: 'other/servers',
        githubApi: 'https://evil.example/',
      },
      'https://other.example/v0.1/servers': { servers: [] },
    },
    target: { githubApi: 'https://github.example/api/v3' },
    github: {
      findToken: async () => ({ token: 'secret', how: 'GITHUB_TOKEN' }),
      connect: (_token, baseUrl) => {
        throw new Error(`asked ${baseUrl}`)
      },
    },
  })
  expect((await stage.run('search x --registry https://other.example')).exit).toBe(0)
  const { screen } = await stage.run('publish --registry https://other.example')
  expect(screen).toContain('asked undefined')
})
