import type { AstroPrerenderer } from 'astro'
import type { FileWriter } from '../../api/emit/write-files.ts'

type Render = AstroPrerenderer['render']

/**
 * Renders pages as `render` does and has their files written by the threads of `writer`: Astro itself waits for three
 * calls of the file system for each page, which for 50,000 of them is a fifth of a build.
 *
 * @param base the path at which the site is served, with `/` at both ends
 */
export function writtenByThreads(render: Render, base: string, writer: FileWriter): Render {
  return async (request, options) => {
    const rendered = await render(request, options)
    const response = rendered instanceof Response ? rendered : rendered.response
    const { pathname } = new URL(request.url)
    // A page is a folder's index; what is anything else, Astro knows where to put.
    if (response.status !== 200 || !pathname.endsWith('/')) return rendered
    const path = `${decodeURI(pathname).slice(base.length)}index.html`
    await writer.add({ path, body: new Uint8Array(await response.arrayBuffer()) })
    // Without a body there is nothing left to do for Astro.
    return new Response(null)
  }
}
