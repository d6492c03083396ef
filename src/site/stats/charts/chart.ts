import { escapeHtml } from '../../text/html.ts'

/** In units of the view box. Below the base line is room for one line of text. */
export const WIDTH = 400
export const HEIGHT = 200
export const BASE = HEIGHT - 24

export interface ChartText {
  /** Unique on the page. */
  id: string
  title: string
  description: string
}

/** A chart that says in words what it shows. Its colours come from classes. */
export function chartSvg({ id, title, description }: ChartText, content: string): string {
  return (
    `<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-text">` +
    `<title id="${id}-title">${escapeHtml(title)}</title>` +
    `<desc id="${id}-text">${escapeHtml(description)}</desc>${content}</svg>`
  )
}

/** A coordinate with one decimal place: more is nothing that anybody sees. */
export function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10
}
