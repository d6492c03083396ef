const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Microseconds as people write a day: `2 Nov 2026`. Days are UTC's, so that a page is the same wherever it is built. */
export function formatDay(microseconds: number): string {
  const date = new Date(microseconds / 1000)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** Microseconds as machines write a day: `2026-11-02`. */
export function isoDay(microseconds: number): string {
  return new Date(microseconds / 1000).toISOString().slice(0, 10)
}
