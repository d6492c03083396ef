/** `24247` as `24,247`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en')
}

/** `1 server`, `2 servers`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`
}
