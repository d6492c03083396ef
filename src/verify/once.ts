/** Finds something out when it is first asked for, and then keeps the answer. */
export function once<T>(find: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => (answer ??= find())
}
