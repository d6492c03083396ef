import fc from 'fast-check'

/**
 * Text of any characters there are, half ones included. The library's own `binary` unit takes seconds to set itself up.
 */
export function anyText(maxLength?: number): fc.Arbitrary<string> {
  const character = fc.oneof(
    fc.integer({ min: 0, max: 0x10ffff }),
    fc.integer({ min: 0, max: 0x2ff }),
    fc.integer({ min: 0xd7f0, max: 0xe00f }),
  )
  const characters = fc.array(character, maxLength === undefined ? {} : { maxLength })
  return characters.map((codes) => String.fromCodePoint(...codes))
}
