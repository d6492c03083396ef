/**
 * An error that a person can fix: bad input, a bad setting, a missing tool. Everything else that is thrown is a bug.
 * `code` is one of the stable codes of `Finding`.
 */
export class RegistryError extends Error {
  override readonly name = 'RegistryError'
  readonly code: string
  readonly path: string | undefined
  readonly fix: string | undefined

  constructor(
    code: string,
    message: string,
    options: { path?: string | undefined; fix?: string | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.code = code
    this.path = options.path
    this.fix = options.fix
  }
}
