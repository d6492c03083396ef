/** How long a key is down before it counts as held. */
const HOLD = 400

/**
 * Does what a key is pressed for when it goes up again. If it is held, the page shows instead which keys stand for what
 * (`data-lit`), until the key goes up or the window is left.
 */
export function pressOrHold({ code }: KeyboardEvent, press: () => void): void {
  const { dataset } = document.documentElement
  const listening = new AbortController()
  const timer = setTimeout(() => (dataset.lit = ''), HOLD)
  const end = (event: Event): void => {
    const isUp = event instanceof KeyboardEvent
    // Shift may go up before the key does.
    if (isUp && event.code !== code) return
    const isHeld = 'lit' in dataset
    clearTimeout(timer)
    listening.abort()
    delete dataset.lit
    if (isUp && !isHeld) press()
  }
  for (const type of ['keyup', 'blur']) addEventListener(type, end, { signal: listening.signal })
}
