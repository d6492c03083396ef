// What JSON leaves as it is and TOML or a reader of YAML does not like, or nobody sees.
const ESCAPED = /[\u007f-\u009f\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu

/** Text as a quoted string that TOML and YAML read alike. Half characters, which neither can hold, are mended. */
export function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(ESCAPED, (character) => {
    const code = character.codePointAt(0)!.toString(16)
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`
  })
}
