/** Many short texts in one string, separated by line breaks, that can be searched as one. */
export class JoinedText {
  readonly count: number
  readonly #text: string
  readonly #starts: Uint32Array

  constructor(text: string, count: number) {
    this.count = count
    this.#text = text
    this.#starts = new Uint32Array(count + 1)
    let at = 0
    for (let item = 0; item < count; item++) {
      this.#starts[item] = at
      const end = text.indexOf('\n', at)
      at = (end < 0 ? text.length : end) + 1
    }
    this.#starts[count] = text.length + 1
  }

  at(item: number): string {
    return this.#text.slice(this.#starts[item], this.#starts[item + 1]! - 1)
  }

  /** The same texts with ASCII letters in lower case. */
  toLowerCase(): JoinedText {
    return new JoinedText(asciiLowerCase(this.#text), this.count)
  }

  /** The items from `first` on that contain `part`, which is not empty. */
  *containing(part: string, first: number): Generator<number> {
    if (part.includes('\n')) return
    let item = first
    while (item < this.count) {
      const found = this.#text.indexOf(part, this.#starts[item])
      if (found < 0) return
      item = this.#itemAt(found, item)
      yield item++
    }
  }

  /** The items from `first` on that are exactly `whole`. */
  *equal(whole: string, first: number): Generator<number> {
    if (whole.includes('\n')) return
    let from = this.#starts[first]!
    while (from <= this.#text.length) {
      const found = this.#text.indexOf(whole, from)
      if (found < 0) return
      const item = this.#itemAt(found, first)
      if (this.#starts[item] === found && this.#starts[item + 1]! - 1 === found + whole.length) yield item
      from = found + 1
    }
  }

  #itemAt(offset: number, from: number): number {
    let low = from
    let high = this.count
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

export function asciiLowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
