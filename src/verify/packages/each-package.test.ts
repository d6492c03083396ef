import { expect, test } from 'vitest'
import { publicationOf } from '../../../tests/support/package-change.ts'
import type { Change } from '../change/change.ts'
import { Unreachable } from '../net/unreachable.ts'
import { eachPackage } from './each-package.ts'
import type { PackageContext, PackageCheck } from './package-check.ts'

const ASKING = {} as PackageContext

function ask(check: PackageCheck, count = 1) {
  const packages = Array.from({ length: count }, (_, index) => ({
    registryType: 'npm',
    identifier: `p${index}`,
    version: '1.0.0',
  }))
  return eachPackage('npm', check, { publications: [publicationOf(packages)] } as unknown as Change, ASKING)
}

test('a sound package that a check does not know how to look up is no pass', async () => {
  expect(await ask(async () => undefined)).toMatchObject([{ status: 'error' }])
})

test('at most four packages are asked about at a time, and answers keep their order', async () => {
  let now = 0
  let most = 0
  const outcomes = await ask(async ({ identifier }) => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setTimeout(resolve, 5))
    now--
    return { status: 'pass', message: identifier }
  }, 10)
  expect(most).toBe(4)
  expect(outcomes.map(({ message }) => message)).toEqual(Array.from({ length: 10 }, (_, i) => `p${i}`))
})

test('no answer becomes an error of this package, and a bug stays a bug', async () => {
  const check: PackageCheck = async ({ identifier }) => {
    if (identifier === 'p0') throw new Unreachable('`npm.example` answered 503.')
    return { status: 'fail', message: 'Seen.' }
  }
  expect(await ask(check, 2)).toMatchObject([
    { status: 'error', message: 'The `npm` package `p0` could not be checked: `npm.example` answered 503.' },
    { status: 'fail' },
  ])
  await expect(ask(() => Promise.reject(new TypeError('oops')))).rejects.toThrow('oops')
})
