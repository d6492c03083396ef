/**
 * Compares two strings by the bytes of their UTF-8 form, the order of PostgreSQL's C collation, which is the order of
 * the official list. For well-formed strings that is the order of code points; UTF-16 order differs from it only
 * where a surrogate meets a character above U+D7FF.
 */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return codePointRank(x) - codePointRank(y)
  }
  return a.length - b.length
}

/** Moves surrogates above the rest of the basic plane, where the code points that they stand for belong. */
function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
