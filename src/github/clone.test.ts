import { expect, test } from 'vitest'
import { lendTokenToGit } from './clone.ts'

test('Git gets the token for GitHub only, and by the environment', () => {
  const env = { GITHUB_TOKEN: 'secret', GITHUB_SERVER_URL: 'https://github.test' }
  lendTokenToGit(env)
  expect(env).toMatchObject({
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.https://github.test/.extraheader',
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${Buffer.from('x-access-token:secret').toString('base64')}`,
  })
})

test('without a token there is nothing to lend', () => {
  const env = { GITHUB_SERVER_URL: 'https://github.test' }
  lendTokenToGit(env)
  expect(env).toEqual({ GITHUB_SERVER_URL: 'https://github.test' })
})
