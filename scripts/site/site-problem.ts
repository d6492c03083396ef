/** Something wrong with a built site. */
export interface SiteProblem {
  /** The file of the build, from its root. */
  file: string
  /** What is wrong, as a sentence without its end. */
  problem: string
}
