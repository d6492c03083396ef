/** Whether a name can stand in `NAME=value` on a command line. */
export function isVariable(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)
}

/** Whether a name can stand in `Name: value` on a command line. */
export function isHeader(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(name)
}

/** Whether a tool takes a word for an address, and not for an option or a command. */
export function isAddress(url: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(url)
}
