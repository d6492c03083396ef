import { namespaceOf } from '../model/server-name.ts'

/** Tiles of 2 × 2 units, five in a row and five rows: the left three columns are drawn, the right two mirror them. */
const TILE = 2
const SIDE = 5
const DRAWN_COLUMNS = 3

/** Never empty, so that no picture is. */
const CENTRE = 12

/** A tile's outline from its upper left corner; what is filled need not be closed. */
const SHAPES: readonly string[] = [
  'h2v2h-2',
  'h2a2 2 0 0 1-2 2',
  'h2v2a2 2 0 0 1-2-2',
  'm2 0v2h-2a2 2 0 0 1 2-2',
  'v2h2a2 2 0 0 0-2-2',
  'h2l-2 2',
  'm2 0v2l-2-2',
  'm0 2v-2l2 2',
  'm2 0v2h-2',
  'm1 0a1 1 0 0 1 0 2a1 1 0 0 1 0-2',
]

/** What each shape is in the mirror. */
const MIRRORED: readonly number[] = [0, 2, 1, 4, 3, 6, 5, 8, 7, 9]

/**
 * A picture of a server for those that bring none: the publisher gives the pattern, so that the servers of one look
 * related, and the name turns and cuts its tiles. One path without colours of its own; `aria-hidden`, since it says
 * nothing that the name does not.
 *
 * @param className the kind, whose colour it takes
 */
export function sigil(serverName: string, className: string): string {
  return `<svg class="sigil ${className}" viewBox="0 0 10 10" aria-hidden="true"><path d="${sigilPath(serverName)}"/></svg>`
}

function sigilPath(serverName: string): string {
  const pattern = hash(namespaceOf(serverName), 1)
  const shapes = hash(namespaceOf(serverName), 2)
  const own = hash(serverName, 3)
  let path = ''
  for (let column = 0; column < DRAWN_COLUMNS; column++) {
    for (let row = 0; row < SIDE; row++) {
      const tile = column * SIDE + row
      // The name flips about one tile in eight, and turns one in four.
      const flips = ((own >>> (tile * 2)) & 7) === 0
      if ((((pattern >>> tile) & 1) === 1) === flips && tile !== CENTRE) continue
      const turns = ((own >>> tile) & 3) === 0 ? 3 : 0
      const shape = (((shapes >>> (tile * 2)) & 15) + turns) % SHAPES.length
      path += outline(column, row, shape)
      if (column < SIDE - DRAWN_COLUMNS) path += outline(SIDE - 1 - column, row, MIRRORED[shape]!)
    }
  }
  return path
}

function outline(column: number, row: number, shape: number): string {
  return `M${column * TILE} ${row * TILE}${SHAPES[shape]}`
}

/** FNV-1a with a final mix: 32 bits that are spread well, the same in Node and in browsers. It protects nothing. */
function hash(text: string, seed: number): number {
  let bits = 0x811c9dc5 ^ seed
  for (let index = 0; index < text.length; index++)
    bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193)
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d)
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39)
  return (bits ^ (bits >>> 15)) >>> 0
}
