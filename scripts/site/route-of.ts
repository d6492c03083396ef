/** The kinds of pages that the site has, as the budgets and the samples count them. */
export type Route = string

/**
 * The route that a page belongs to: `home`, `server`, `publisher`, `versions`, `docs`, … New top-level folders become
 * routes by themselves.
 *
 * @param file the page's file, such as `servers/com.acme/weather/index.html`
 */
function routeOf(file: string): Route {
  const steps = file.replace(/(^|\/)index\.html$/, '').split('/')
  const [top = '', , , below] = steps
  if (top === '') return 'home'
  if (top !== 'servers') return top.replace(/\.html$/, '')
  if (steps.length <= 2) return 'publisher'
  // A server may be called as the pages below others are, so only the depth tells.
  return steps.length === 3 ? 'server' : below!
}

/** The files of each route, in order. */
export function byRoute(files: readonly string[]): Map<Route, string[]> {
  const routes = new Map<Route, string[]>()
  for (const file of files) {
    const route = routeOf(file)
    const members = routes.get(route)
    if (members) members.push(file)
    else routes.set(route, [file])
  }
  return routes
}
