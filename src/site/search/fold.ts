import { namespaceOf } from '../../model/server-name.ts'

/** A result, and those of the same publisher that are shown only when asked for. */
export interface Group<Row> {
  row: Row
  folded: Row[]
}

/** How many rows a publisher has in a list before the rest is folded away. */
const PER_PUBLISHER = 3

/**
 * Leaves each publisher three rows and puts the others behind the third: who uploads a thousand servers gets no more
 * of a list than who uploads three.
 *
 * @param spared publishers that were asked for by name
 */
export function foldByPublisher<Row extends { name: string }>(
  rows: readonly Row[],
  spared: (namespace: string) => boolean = () => false,
): Group<Row>[] {
  const groups: Group<Row>[] = []
  const publishers = new Map<string, { count: number; last: Group<Row> }>()
  for (const row of rows) {
    const namespace = namespaceOf(row.name)
    const publisher = publishers.get(namespace)
    if (publisher && publisher.count >= PER_PUBLISHER && !spared(namespace)) {
      publisher.last.folded.push(row)
      continue
    }
    const group = { row, folded: [] }
    publishers.set(namespace, { count: (publisher?.count ?? 0) + 1, last: group })
    groups.push(group)
  }
  return groups.map((group) => withoutSingle(group)).flat()
}

/** Opening a fold costs more than one row does. */
function withoutSingle<Row>({ row, folded }: Group<Row>): Group<Row>[] {
  if (folded.length !== 1) return [{ row, folded }]
  return [
    { row, folded: [] },
    { row: folded[0]!, folded: [] },
  ]
}
