/** What the program ends with. Scripts rely on the numbers (publisher §1A). */
export const EXIT = {
  /** Done; of a publication: it is listed. */
  done: 0,
  usage: 1,
  /** The server.json, or what it names, is not what it has to be. */
  invalid: 2,
  /** GitHub does not know who is asking, or does not let them. */
  signIn: 3,
  network: 4,
  /** There is a pull request, and it is not merged. */
  open: 5,
} as const

export type Exit = (typeof EXIT)[keyof typeof EXIT]
