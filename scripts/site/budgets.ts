import type { PageWeight } from './page-weight.ts'
import type { Route } from './route-of.ts'

/** What a first visit to a page of a route may cost: kilobytes of 1,000 bytes, packed, and requests. */
export interface Budget extends Omit<PageWeight, 'html' | 'images' | 'requests'> {
  html: { p50: number; p99: number }
  requests: number
}

/** The style sheet and the font are one for the whole site. */
const SHARED = { css: 8, font: 24 }
const both = (size: number): Budget['html'] => ({ p50: size, p99: size })

/** Any page without a line of its own. */
export const PAGE: Budget = { html: both(16), js: 5, total: 45, requests: 5, ...SHARED }

/** A frame that a script fills with what its address asks for. */
const SHELL: Budget = { ...PAGE, html: both(5), js: 14, total: 60, requests: 8 }

/** By route; the figures are those that the site was designed with. */
export const BUDGETS: Readonly<Record<Route, Budget>> = {
  home: { ...PAGE, html: both(9) },
  server: { ...PAGE, html: { p50: 7, p99: 14 } },
  search: SHELL,
  compare: SHELL,
  version: SHELL,
  // It looks for what the address may have meant.
  404: { ...SHELL, js: 11 },
  // A list that is whole without a script, and one that compares.
  versions: { ...PAGE, requests: 6 },
  status: { ...PAGE, requests: 6 },
  // A form with a style sheet of its own; the validator comes when there is something to judge.
  publish: { ...PAGE, html: both(8), css: 10, js: 24, total: 75, requests: 9 },
  // Charts have a style sheet of their own, which nobody else needs.
  stats: { ...PAGE, css: 9, requests: 6 },
}
