import { scaleLinear, scaleUtc, type ScaleLinear, type ScaleTime } from 'd3-scale'
import { formatCount } from '../../text/numbers.ts'
import { BASE, HEIGHT, round, WIDTH } from './chart.ts'

const TICKS = 3
const LABELS = 4

/** Room above the plot for the highest label. */
const TOP = 22

/** What a label centred at its tick may take, in the largest type. */
const LABEL_WIDTH = 84

/** Within so many days, in microseconds, ticks are days. */
const ONLY_DAYS = 60 * 86_400_000_000

const dayName = scaleUtc().tickFormat(TICKS, '%-d %b')
const monthName = scaleUtc().tickFormat(TICKS, '%b %Y')

/** From 0 on the base line to a round number above `most`. */
export function countScale(most: number): ScaleLinear<number, number> {
  return scaleLinear([0, Math.max(1, most)], [BASE, TOP]).nice(TICKS)
}

/** From edge to edge. Start and end in microseconds; the scale takes milliseconds, as dates do. */
export function timeScale(start: number, end: number): ScaleTime<number, number> {
  return scaleUtc([start / 1000, end / 1000], [0, WIDTH])
}

/** A line for each round number. */
export function gridLines(scale: ScaleLinear<number, number>): string {
  const path = wholeTicks(scale).map((tick) => `M0 ${round(scale(tick))}H${WIDTH}`)
  return `<path class="grid" d="${path.join('')}"/>`
}

/** The round numbers above their lines; drawn last, so that nothing covers them. */
export function gridLabels(scale: ScaleLinear<number, number>): string {
  return wholeTicks(scale)
    .map((tick) => `<text y="${round(scale(tick) - 4)}">${formatCount(tick)}</text>`)
    .join('')
}

function wholeTicks(scale: ScaleLinear<number, number>): number[] {
  return scale.ticks(TICKS).filter((tick) => tick > 0 && Number.isInteger(tick))
}

/** The base line with days or months below it. Start and end in microseconds. */
export function timeAxis(start: number, end: number): string {
  const scale = timeScale(start, end)
  const nameOf = end - start <= ONLY_DAYS ? dayName : monthName
  let free = 0
  let labels = ''
  for (const tick of scale.ticks(LABELS)) {
    const x = round(scale(tick))
    if (x - LABEL_WIDTH / 2 < free || x + LABEL_WIDTH / 2 > WIDTH) continue
    free = x + LABEL_WIDTH / 2
    labels += `<path class="base" d="M${x} ${BASE}v5"/><text class="mid" x="${x}" y="${HEIGHT - 4}">${nameOf(tick)}</text>`
  }
  return `<path class="base" d="M0 ${BASE}H${WIDTH}"/>${labels}`
}
