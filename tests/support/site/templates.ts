import { builtFiles, pagesOf, pathOfPage, type BuiltFiles } from '../../../scripts/site/built-files.ts'
import { MANY_VERSIONS } from '../../browser/fixture.ts'
import { byRoute, type Route } from '../../../scripts/site/route-of.ts'

/** A page that stands for others that are made the same way. */
export interface Template {
  /** `server, the largest` */
  name: string
  /** From the root of the site, such as `servers/com.acme/weather/`. */
  path: string
}

/** What scripts fill pages with, by the address that makes them do it. */
const STATES: Readonly<Record<Route, string>> = {
  search: 'search/?q=weather',
  compare: 'compare/?s=io.github.acme/weather-mcp,io.github.acme/old-weather,com.removed/removed',
  version: `version/?server=${MANY_VERSIONS}&version=1.3.0`,
  publish: 'publish/?server=com.many/variables',
  versions: `servers/${MANY_VERSIONS}/versions/?from=1.10.0&to=1.11.0`,
}

/** Templates that the site is designed with: a build without one of them is not complete. */
export const ROUTES: readonly Route[] = [
  '404',
  'browse',
  'compare',
  'docs',
  'feeds',
  'home',
  'publish',
  'publisher',
  'search',
  'server',
  'stats',
  'versions',
]

/**
 * The pages to look at closely: of each route the largest, the smallest, the one with the longest name, and those
 * that are about what is deprecated or gone. New routes come by themselves.
 */
export function templatesOf(folder: string): Template[] {
  const files = builtFiles(folder)
  return [...byRoute(pagesOf(files))].flatMap(([route, pages]) => {
    const chosen = new Map<string, string>()
    for (const [title, file] of standFor(files, pages)) if (!chosen.has(file)) chosen.set(file, title)
    const plain = [...chosen].map(([file, title]): Template => {
      const path = pathOfPage(file).replace(/^404\.html$/, 'nowhere/')
      return { name: chosen.size > 1 ? `${route}, ${title}` : route, path }
    })
    const state = STATES[route]
    return state ? [...plain, { name: `${route}, in use`, path: state }] : plain
  })
}

function standFor(files: BuiltFiles, pages: readonly string[]): [title: string, file: string][] {
  const sized = pages
    .map((file) => ({ file, html: files.read(file) }))
    .sort((a, b) => a.html.length - b.html.length)
  const hidden = sized.filter(({ html }) => /<meta name="robots" content="noindex"/.test(html))
  const chosen: [string, string | undefined][] = [
    ['the largest', sized.at(-1)?.file],
    ['the smallest', sized[0]?.file],
    ['hidden', hidden.at(-1)?.file],
    ['with a banner', sized.find(({ html }) => html.includes('class="banner'))?.file],
    ['with the longest address', sized.toSorted((a, b) => b.file.length - a.file.length)[0]?.file],
  ]
  return chosen.filter((choice): choice is [string, string] => choice[1] !== undefined)
}
