import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileText } from '../../../../tests/support/hostile-text.ts'
import { parseXml, skeletonOf, textOf } from '../../../../tests/support/parse-xml.ts'
import { badgeSvg } from './badge-svg.ts'

const NAME = 'io.github.acme/weather'

test('a badge shows the latest version, and the state in its place where it is not active', () => {
  const shown = (status: 'active' | 'deprecated' | 'deleted') => {
    const svg = parseXml(badgeSvg({ name: NAME, version: '1.4.0', status }))
    return [textOf(svg, 'title'), ...svg.children.at(-1)!.children.map(({ text }) => text)]
  }
  expect(shown('active')).toEqual([`${NAME}: 1.4.0`, 'MCP registry', '1.4.0'])
  expect(shown('deprecated')).toEqual([`${NAME}: deprecated`, 'MCP registry', 'deprecated'])
  expect(shown('deleted')).toEqual([`${NAME}: deleted`, 'MCP registry', 'deleted'])
})

test('a long version is cut, and a badge stays small', () => {
  const svg = badgeSvg({
    name: `io.github.${'a'.repeat(64)}/b`,
    version: `1.0.0-${'pre'.repeat(40)}`,
    status: 'active',
  })
  expect(svg).toContain('>1.0.0-preprepreprep…</text>')
  expect(svg.length).toBeLessThan(700)
  expect(badgeSvg({ name: NAME, version: '1.4.0', status: 'active' }).length).toBeLessThan(600)
})

test('white on its colours can be read', () => {
  for (const status of ['active', 'deprecated', 'deleted'] as const) {
    const svg = badgeSvg({ name: NAME, version: '1', status })
    const grounds = [...svg.matchAll(/(?:rx="3"|H92z") fill="#(\w{6})"/g)].map(([, colour]) => colour!)
    expect(grounds).toHaveLength(2)
    for (const ground of grounds) expect(1.05 / (luminance(ground) + 0.05)).toBeGreaterThan(4.5)
  }
})

test('whatever a version holds, a badge is the same drawing', () => {
  const usual = skeletonOf(parseXml(badgeSvg({ name: NAME, version: '1.0.0', status: 'active' })))
  fc.assert(
    fc.property(hostileText, (version) => {
      const svg = parseXml(badgeSvg({ name: NAME, version, status: 'active' }))
      expect(skeletonOf(svg)).toBe(usual)
      expect(svg.attributes.role).toBe('img')
    }),
  )
})

/** Relative luminance by WCAG 2. */
function luminance(colour: string): number {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
