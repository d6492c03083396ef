import type { Path, Problem } from './rule.ts'
import { keyOf } from './structure/renamed.ts'

/** Keeps the first problem of each value, so that one cause gives one finding. */
export class Survivors {
  readonly problems: Problem[]
  private readonly absent: Set<string>
  private readonly taken = new Set<string>()

  /**
   * @param absent where no usable value is: nothing more is said about them, or about anything below them
   * @param hard what has been said about those
   */
  constructor(absent: readonly Path[], hard: readonly Problem[]) {
    this.problems = [...hard]
    this.absent = new Set(absent.map(keyOf))
  }

  /** Keeps problems of values that none was known of before this call. */
  add(problems: readonly Problem[]): void {
    const fresh = problems.filter((problem) => !this.taken.has(keyOf(subjectOf(problem))))
    for (const problem of fresh) this.taken.add(keyOf(subjectOf(problem)))
    this.addBeside(fresh)
  }

  /** Keeps problems that stand beside any other of the same value. */
  addBeside(problems: readonly Problem[]): void {
    for (const problem of problems) if (!this.isAbsent(subjectOf(problem))) this.problems.push(problem)
  }

  private isAbsent(path: Path): boolean {
    if (this.absent.size === 0) return false
    for (let length = 0; length <= path.length; length++) {
      if (this.absent.has(keyOf(path.slice(0, length)))) return true
    }
    return false
  }
}

/** The value that a problem is about, whether or not it is there. */
function subjectOf({ path, missing }: Problem): Path {
  return missing === undefined || path.at(-1) === missing ? path : [...path, missing]
}
