import cliProgress from 'cli-progress'
import type { Progress } from './context.ts'

const LABELS = { read: 'Reading', write: 'Writing' }

/** How often a log that nobody watches gets a line, in milliseconds. */
const PACE = 15_000

/** Shows on standard error how far a run has come: a bar on a terminal, a line now and then elsewhere. */
export function showProgress(stream: NodeJS.WriteStream): { progress: Progress; stop: () => void } {
  return stream.isTTY ? bars(stream) : lines(stream)
}

function bars(stream: NodeJS.WriteStream): { progress: Progress; stop: () => void } {
  let bar: cliProgress.SingleBar | undefined
  let shown = ''
  const stop = (): void => bar?.stop()
  const progress: Progress = (phase, done, total) => {
    const kind = `${phase} ${total === undefined}`
    if (kind !== shown) {
      stop()
      const format = total === undefined ? '{label} {value} records' : '{label} [{bar}] {value}/{total}'
      bar = new cliProgress.SingleBar({ stream, format, hideCursor: true, clearOnComplete: true })
      bar.start(total ?? 0, done, { label: LABELS[phase] })
      shown = kind
    }
    if (total !== undefined) bar!.setTotal(total)
    bar!.update(done)
  }
  return { progress, stop }
}

function lines(stream: NodeJS.WriteStream): { progress: Progress; stop: () => void } {
  let last = Date.now()
  const progress: Progress = (phase, done, total) => {
    if (Date.now() - last < PACE) return
    last = Date.now()
    stream.write(`${LABELS[phase]} ${done}${total === undefined ? ' records' : ` of ${total}`}\n`)
  }
  return { progress, stop: () => {} }
}
