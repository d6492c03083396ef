const FRAMES = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'
const PACE = 120

/** A line at the bottom of a terminal that moves as long as something is going on. */
export interface Ticker {
  start(text: string): void
  /** Takes the line away. */
  stop(): void
}

/** @param lineOf how a text looks as a line: `│ · checks are running` */
export function makeTicker(write: (text: string) => void, lineOf: (text: string) => string): Ticker {
  let timer: NodeJS.Timeout | undefined
  let frame = 0

  function stop(): void {
    if (!timer) return
    clearInterval(timer)
    timer = undefined
    write('\r\x1b[2K')
  }

  return {
    stop,
    start(text) {
      stop()
      const since = Date.now()
      draw()
      timer = setInterval(draw, PACE)
      // What has failed on the way must not be kept from ending.
      timer.unref()

      function draw(): void {
        const moving = lineOf(text).replace('·', FRAMES[frame++ % FRAMES.length]!)
        write(`\r\x1b[2K${moving}  ${elapsed(Date.now() - since)}`)
      }
    },
  }
}

function elapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
