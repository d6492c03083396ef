import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareVersions, isSemver } from './version.ts'

describe('semantic versions', () => {
  test.each([
    '1.0.0',
    'v1.0.0',
    '0.0.0',
    '2021.11.15',
    '1.0.0-1',
    '1.0.0-0',
    '1.0.0-alpha.1',
    '1.0.0--',
    '1.0.0-0a',
    '1.0.0-pre-release',
    '1.0.0+build',
    '1.0.0+01.-',
    'v1.0.0-rc.1+b.2',
    `${'9'.repeat(300)}.0.0`,
  ])('%s is one', (version) => {
    expect(isSemver(version)).toBe(true)
  })

  test.each([
    '',
    '1',
    '1.0',
    '1.0.0.0',
    '2021.03.05',
    '01.0.0',
    '1.0.0-',
    '1.0.0-01',
    '1.0.0-a..b',
    '1.0.0+',
    '1.0.0+a..b',
    '1.0.0+a+b',
    'V1.0.0',
    'vv1.0.0',
    ' =v1.2.3',
    '1.0.0\n',
    ' 1.0.0',
    '1.0.0-ä',
    '１.0.0',
    '1..0',
    '-1.0.0',
    'snapshot',
  ])('%j is none', (version) => {
    expect(isSemver(version)).toBe(false)
  })

  test('are told apart in linear time', () => {
    const before = performance.now()
    expect(isSemver(`1.0.0-${'1'.repeat(100_000)}!`)).toBe(false)
    expect(isSemver(`1.0.0-${'1.a-'.repeat(50_000)}!`)).toBe(false)
    expect(performance.now() - before).toBeLessThan(1000)
  })
})

const digits = fc.oneof(
  fc.constantFrom('0', '1', '2', '9', '10', '11', '99'),
  fc.bigInt({ min: 0n, max: 10n ** 40n }).map(String),
)
const identifier = fc.oneof(digits, fc.stringMatching(/^[0-9]?[a-zA-Z-][0-9a-zA-Z-]{0,3}$/))
const dotted = fc.array(identifier, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'))
const semver = fc
  .record({
    prefix: fc.constantFrom('', 'v'),
    numbers: fc.tuple(digits, digits, digits),
    preRelease: fc.option(dotted, { nil: undefined }),
    build: fc.option(dotted, { nil: undefined }),
  })
  .map(({ prefix, numbers, preRelease, build }) => {
    const rest = `${preRelease === undefined ? '' : `-${preRelease}`}${build === undefined ? '' : `+${build}`}`
    return { version: `${prefix}${numbers.join('.')}${rest}`, numbers, preRelease }
  })
const anyVersion = fc.record({
  version: fc.oneof(
    semver.map(({ version }) => version),
    fc.constantFrom('', 'latest', '1.0', '2024-01-01', '1.0.0.0', 'v1', '01.2.3', 'ünïcode'),
  ),
  publishedAt: fc.integer({ min: 0, max: 3 }),
})

const compare = (a: string, b: string): number =>
  compareVersions({ version: a, publishedAt: 0 }, { version: b, publishedAt: 0 })

describe('order', () => {
  test('follows the list of SemVer 2.0 §11', () => {
    const rising = [
      '1.0.0-0',
      '1.0.0-2',
      '1.0.0-10',
      '1.0.0--',
      '1.0.0-0a',
      '1.0.0-RC',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
      '1.0.9',
      '1.0.10',
      '2.0.0',
      '10.0.0',
      '90071992547409930.0.0',
      '90071992547409931.0.0',
    ]
    for (const [i, a] of rising.entries()) {
      for (const [j, b] of rising.entries()) expect(compare(a, b), `${a} ${b}`).toBe(Math.sign(i - j))
    }
  })

  test.each([
    ['1.0.0', 'v1.0.0'],
    ['1.0.0+a', '1.0.0+b'],
    ['1.0.0', '1.0.0+build'],
    ['v1.0.0-rc.1', '1.0.0-rc.1+x'],
  ])('%s and %s are equal', (a, b) => {
    expect(compare(a, b)).toBe(0)
    expect(compareVersions({ version: a, publishedAt: 1 }, { version: b, publishedAt: 2 })).toBe(0)
  })

  test('agrees with a naive reading of the standard', () => {
    fc.assert(
      fc.property(semver, semver, (a, b) => {
        expect(isSemver(a.version)).toBe(true)
        expect(compare(a.version, b.version)).toBe(naive(a, b))
      }),
      { numRuns: 3000 },
    )
  })

  test('is by time among other texts, and semantic versions are above them', () => {
    const [old, recent] = [
      { version: 'zeta', publishedAt: 1 },
      { version: 'alpha', publishedAt: 2 },
    ]
    expect(compareVersions(old, recent)).toBe(-1)
    expect(compareVersions(old, { ...recent, publishedAt: 1 })).toBe(0)
    expect(compareVersions({ version: '0.0.0-0', publishedAt: 0 }, recent)).toBe(1)
    expect(compareVersions(recent, { version: '0.0.0-0', publishedAt: 0 })).toBe(-1)
  })

  test('has two sides and is transitive', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, anyVersion, (a, b, c) => {
        expect(compareVersions(a, b)).toBe(-compareVersions(b, a) + 0)
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) {
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 3000 },
    )
  })
})

interface Parts {
  numbers: string[]
  preRelease: string | undefined
}

/** SemVer 2.0 §11 as it is written, with numbers as BigInt. */
function naive(a: Parts, b: Parts): number {
  for (const [i, number] of a.numbers.entries()) {
    const order = sign(BigInt(number), BigInt(b.numbers[i]!))
    if (order) return order
  }
  if (a.preRelease === undefined || b.preRelease === undefined) {
    return Number(a.preRelease === undefined) - Number(b.preRelease === undefined)
  }
  const [x, y] = [a.preRelease.split('.'), b.preRelease.split('.')]
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    if (x[i] === undefined) return -1
    if (y[i] === undefined) return 1
    const [left, right] = [isNumber(x[i]!), isNumber(y[i]!)]
    if (left !== right) return left ? -1 : 1
    const order = left
      ? sign(BigInt(x[i]!), BigInt(y[i]!))
      : Buffer.compare(Buffer.from(x[i]!), Buffer.from(y[i]!))
    if (order) return order
  }
  return 0
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text)
}

function sign(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
