/** Why something that was named cannot be found out about, for whoever named it. */
export class LookupError extends Error {
  override readonly name = 'LookupError'
  /** What was seen: `npm has no package @acme/wether.` */
  readonly saw: string
  /** What to do: `Check the spelling.` */
  readonly fix: string
  /** Whether the same question may have another answer in a minute: the network or the other side is at fault. */
  readonly isTemporary: boolean

  constructor(saw: string, fix: string, options: { isTemporary?: boolean; cause?: unknown } = {}) {
    super(`${saw} ${fix}`, { cause: options.cause })
    this.saw = saw
    this.fix = fix
    this.isTemporary = options.isTemporary ?? false
  }
}
