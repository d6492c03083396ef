/** What a visitor chose for this browser: a theme, a client. Browsers may forbid storage; then the choice lasts for the page. */
export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

export function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Nothing to be done, and nothing is lost but the choice.
  }
}
