import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publicationPull, statusPull, type PullText } from './pull-text.ts'

const name = 'io.github.acme/weather'

function shown({ branch, title, body }: PullText): string {
  return `${branch}\n\n# ${title}\n\n${body}`
}

test.each([
  [
    'publication',
    publicationPull({
      name,
      version: '1.4.0',
      packages: [
        {
          registryType: 'npm',
          identifier: '@acme/weather-mcp',
          version: '1.4.0',
          transport: { type: 'stdio' },
        },
        { registryType: 'oci', identifier: 'ghcr.io/acme/weather:1.4.0', transport: { type: 'stdio' } },
      ],
      remotes: [
        { type: 'streamable-http', url: 'https://acme.example/mcp' },
        { type: 'sse', url: 'https://acme.example/sse' },
      ],
    }),
  ],
  [
    'deprecation',
    statusPull({ name, status: 'deprecated', reason: 'Use the\nother one.', movedTo: 'com.acme/weather' }),
  ],
  [
    'deletion',
    statusPull({ name, version: '1.4.0', status: 'deleted', reason: 'It leaks @everyone’s `keys`.' }),
  ],
  ['restoration', statusPull({ name, status: 'active' })],
  [
    'hostile',
    publicationPull({
      name: '@maria/<b>#1</b>',
      version: '1.0`\n# Approved by @maria',
      remotes: [{ type: 'sse', url: 'https://`@maria\u202e' }],
    }),
  ],
])('%s', async (what, text) => {
  await expect(shown(text)).toMatchFileSnapshot(`golden/pull-${what}.golden.md`)
})

test('Git takes every branch, and every version has its own', () => {
  const part = fc.oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom('..', '.lock', 'a.lock', '/', '@{', '~', '1.0.0'),
  )
  const text = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (given, version) => {
      const { branch } = publicationPull({ name: `a/${given}`, version })
      execFileSync('git', ['check-ref-format', '--branch', branch], { stdio: 'pipe' })
      expect(publicationPull({ name: `a/${given}`, version: `${version}x` }).branch).not.toBe(branch)
    }),
    { numRuns: 60 },
  )
  expect(publicationPull({ name, version: '1.0.0-rc.1+a~b' }).branch).toBe(`publish/${name}@1.0.0-rc.1+a%7Eb`)
})
