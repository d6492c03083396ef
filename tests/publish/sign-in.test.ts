import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deviceSignIn } from '../../src/publish/github/device-sign-in.ts'
import { findToken } from '../../src/publish/github/sign-in.ts'
import { temporaryFolder } from '../support/git-repository.ts'
import { Gate } from '../support/github/gate.ts'

/** A program in the place of `gh`. */
function program(script: string): string {
  const path = join(temporaryFolder(), 'gh')
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

describe('whoever is signed in already is found', () => {
  const gh = program('echo "gh $*"; exit 1')
  const { PATH } = process.env

  test.each([
    [
      { GITHUB_TOKEN: 'one', GH_TOKEN: 'two' },
      { token: 'one', how: 'GITHUB_TOKEN' },
    ],
    [
      { GITHUB_TOKEN: '', GH_TOKEN: ' two\n' },
      { token: 'two', how: 'GH_TOKEN' },
    ],
    [{ GITHUB_TOKEN: 'two words' }, undefined],
    [{}, undefined],
  ])('by %j', async (env, expected) => {
    expect(await findToken({ PATH, ...env }, { gh })).toEqual(expected)
  })

  test('by gh, which is told for which host', async () => {
    const asked = program('[ "$*" = "auth token --hostname github.example" ] && echo secret')
    expect(await findToken({ PATH }, { gh: asked, host: 'github.example' })).toEqual({
      token: 'secret',
      how: 'gh',
    })
  })

  test('and not by a gh that is not there', async () => {
    expect(await findToken({ PATH }, { gh: join(temporaryFolder(), 'gh') })).toBeUndefined()
  })

  test('no other host is given the token for github.com', async () => {
    const env = { PATH, GITHUB_TOKEN: 'one', GH_ENTERPRISE_TOKEN: 'theirs' }
    expect(await findToken(env, { gh, host: 'github.example' })).toEqual({ token: 'theirs', how: 'GH_TOKEN' })
  })
})

describe('by a code', () => {
  let gate: Gate
  let pauses: number[]
  const told: string[] = []

  beforeAll(async () => {
    gate = await Gate.open()
  })
  beforeEach(() => {
    pauses = []
    Object.assign(gate.server.device, { words: [], token: 'secret' })
  })
  afterAll(() => gate.close())

  function signIn(signal?: AbortSignal) {
    const sleep = async (milliseconds: number): Promise<void> => void pauses.push(milliseconds)
    const options = { baseUrl: gate.server.url, signal, sleep }
    return deviceSignIn('client', (...text) => told.push(text.join(' ')), options)
  }

  test('waits as long as GitHub says, and longer where it is told to', async () => {
    gate.server.device.words = ['authorization_pending', 'slow_down', 'authorization_pending']
    expect(await signIn()).toEqual({ token: 'secret', how: 'device' })
    expect(told).toEqual(['WDJB-MJHT https://github.test/login/device'])
    expect(pauses).toEqual([5000, 5000, 10_000, 10_000])
    expect(gate.server.device.scope).toBe('public_repo')
  })

  test.each([
    ['expired_token', 'has expired'],
    ['access_denied', 'refused'],
    ['device_flow_disabled', 'cannot sign people in'],
  ] as const)('%s is said in words', async (word, words) => {
    gate.server.device.words = [word]
    await expect(signIn()).rejects.toMatchObject({
      code: 'R640',
      message: expect.stringContaining(words),
      fix: expect.stringMatching(/\S/),
    })
  })

  test('nobody is waited for longer than the code lives', async () => {
    gate.server.device.words = Array.from({ length: 1000 }, () => 'authorization_pending')
    await expect(signIn()).rejects.toMatchObject({ code: 'R640' })
    expect(pauses).toHaveLength(181)
  })

  test('somebody who loses patience is obeyed', async () => {
    await expect(signIn(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
  })
})
