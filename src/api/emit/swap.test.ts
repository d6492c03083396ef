import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { buildAside } from './swap.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registry-swap-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const put = (text: string) => (target: string) => {
  mkdirSync(join(target, 'r'), { recursive: true })
  writeFileSync(join(target, 'r/head.json'), '{}')
  writeFileSync(join(target, 'file'), text)
}

test('what is not a build is never replaced', async () => {
  writeFileSync(join(folder, 'mine.txt'), 'mine')
  await expect(buildAside(folder, put('new'))).rejects.toMatchObject({ code: 'R609' })
  await expect(buildAside(join(folder, 'mine.txt'), put('new'))).rejects.toMatchObject({ code: 'R609' })
  expect(readdirSync(folder)).toEqual(['mine.txt'])
})

test('a build takes the place of the one before, and leaves nothing beside it', async () => {
  const out = join(folder, 'deep/dist')
  await buildAside(out, put('first'))
  await buildAside(out, put('second'))
  expect(readFileSync(join(out, 'file'), 'utf8')).toBe('second')
  await vi.waitFor(() => expect(readdirSync(join(folder, 'deep'))).toEqual(['dist']), 10_000)
})

test('a build that fails leaves the one before as it was', async () => {
  const out = join(folder, 'dist')
  await buildAside(out, put('good'))
  const failing = buildAside(out, (target) => {
    put('bad')(target)
    throw new Error('half-way')
  })
  await expect(failing).rejects.toThrow('half-way')
  expect(readFileSync(join(out, 'file'), 'utf8')).toBe('good')
  expect(readdirSync(folder)).toEqual(['dist'])
})

test('a first build that fails leaves nothing', async () => {
  await expect(buildAside(join(folder, 'dist'), () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(existsSync(join(folder, 'dist'))).toBe(false)
})

test.skipIf(!existsSync('/dev/shm'))('a build can be made on one disk for another', async () => {
  const elsewhere = mkdtempSync('/dev/shm/registry-swap-')
  try {
    await buildAside(join(elsewhere, 'dist'), put('far'), { workshop: folder })
    expect(readFileSync(join(elsewhere, 'dist/file'), 'utf8')).toBe('far')
    await vi.waitFor(() => expect(readdirSync(elsewhere)).toEqual(['dist']), 10_000)
    expect(readdirSync(folder)).toEqual([])
  } finally {
    rmSync(elsewhere, { recursive: true })
  }
})

test('what may still write has ended before anything is removed', async () => {
  let aside = ''
  const stop = vi.fn(async () => expect(existsSync(aside)).toBe(true))
  const failing = buildAside(
    join(folder, 'dist'),
    async (target) => {
      aside = target
      throw new Error('half-way')
    },
    { stop },
  )
  await expect(failing).rejects.toThrow('half-way')
  expect(stop).toHaveBeenCalledOnce()
  expect(existsSync(aside)).toBe(false)
})
