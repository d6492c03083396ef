/** The text that a person has left unfinished in this browser, which may forbid to keep it. */
export interface Draft {
  read(): string
  /** Nothing is kept of an empty text. */
  keep(text: string): void
}

/** @param server whose next version it is; empty for a new server */
export function openDraft(server: string): Draft {
  const key = server ? `publish:${server}` : 'publish'
  return {
    read: () => attempt(() => localStorage.getItem(key)) ?? '',
    keep: (text) =>
      void attempt(() => (text.trim() ? localStorage.setItem(key, text) : localStorage.removeItem(key))),
  }
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
