import type { APIRoute } from 'astro'
import { href } from '../site/links.ts'

/** The API's documents end in `.html` on plain hosts, where a crawler would take them for pages. */
export const GET: APIRoute = () =>
  new Response(['User-agent: *', `Disallow: ${href('/v0/')}`, `Disallow: ${href('/v0.1/')}`, ''].join('\n'))
