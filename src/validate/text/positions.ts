/** A place in a text, as editors count: both from 1, columns in UTF-16 code units. */
export interface Position {
  line: number
  column: number
}

/** Makes a function from offsets to positions. Only `\n` ends a line; `\r` before it belongs to the line. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - starts[low]! + 1 }
  }
}
