import { describe, expect, test } from 'vitest'
import { toComment } from './comment.ts'
import { SCENES } from './testing/scenes.ts'
import { toText } from './text.ts'

/** Scenes whose verdict another scene has too: the terminal shows nothing but the verdict. */
const ONLY_ON_GITHUB = /^draft|approved$|^merged$|^live$|^laptop$/
const FOLDED = /<details>[\s\S]*?<\/details>\n*/g

describe.each(Object.entries(SCENES))('%s', (name, { verdict, facts }) => {
  test('as a comment', async () => {
    await expect(`${toComment(verdict, facts)}\n`).toMatchFileSnapshot(`golden/${name}.golden.md`)
  })

  test.skipIf(ONLY_ON_GITHUB.test(name))('as text', async () => {
    await expect(toText(verdict)).toMatchFileSnapshot(`golden/${name}.golden.txt`)
  })

  test.skipIf(['many-failures', 'hostile'].includes(name))('is short enough to be read', () => {
    expect(toComment(verdict, facts).replace(FOLDED, '').split('\n').length).toBeLessThanOrEqual(25)
  })
})
