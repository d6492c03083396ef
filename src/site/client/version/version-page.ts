/** Shows a version that is not the latest. There are too many for pages of their own, so that the API is asked. */
import { parseServerName } from '../../../model/server-name.ts'
import { apiPath } from '../../paths.ts'
import type { Published } from '../api/published.ts'
import { readVersion, readVersions, type ApiPlace } from '../api/read.ts'
import { failure, waysOut, type Failure } from './failure.ts'

const article = document.querySelector<HTMLElement>('.old-version')!
const outcome = document.querySelector<HTMLElement>('.outcome')!
const ways = document.querySelector<HTMLElement>('.ways-out')!
const { base = '/', metaKey = '', registry = '' } = article.dataset
const place: ApiPlace = { base, metaKey }

const parameters = new URLSearchParams(location.search)
const name = parameters.get('server')?.trim() ?? ''
const version = parameters.get('version')?.trim() ?? ''

async function show(): Promise<void> {
  ways.replaceChildren()
  if (!parseServerName(name) || version === '') return fail({ type: 'nameless', name })
  outcome.textContent = 'Reading the version …'
  const [view, answer, latest] = await Promise.all([
    import('./version-html.ts').catch(() => undefined),
    readVersion(place, name, version),
    readVersion(place, name, 'latest'),
  ])
  if (answer.type !== 'found') return fail({ ...answer, name, version })
  if (!view) return fail({ type: 'failed', why: 'A part of this page could not be loaded.', name, version })
  const newest = latest.type === 'found' ? latest.found.server.version : undefined
  article.innerHTML = view.versionHtml(answer.found, newest, base)
  outcome.textContent = ''
  document.title = `${name} ${answer.found.server.version} · ${document.title.split(' · ').at(-1)}`
  nameDocument()
  await Promise.all([showInstallBlock(answer.found), showNeighbours(answer.found.server.version)])
}

/** Other scripts and browsers find the document where every page names it. */
function nameDocument(): void {
  const link = document.createElement('link')
  Object.assign(link, {
    rel: 'alternate',
    type: 'application/json',
    href: base + apiPath(name, version).slice(1),
  })
  document.head.append(link)
}

/** The facts and the document of a version are worth reading without it. */
async function showInstallBlock(published: Published): Promise<void> {
  const place = article.querySelector<HTMLElement>('.install-place')
  if (!place) return
  try {
    const { showInstall } = await import('./install-part.ts')
    showInstall(place, published, registry)
  } catch (error) {
    console.error(error)
    place.textContent = 'How to install it could not be loaded. Reload the page to try again.'
  }
}

/** The page is whole without them. */
async function showNeighbours(version: string): Promise<void> {
  const all = await readVersions(place, name)
  if (all.type !== 'found') return
  const { neighboursHtml } = await import('./neighbours.ts')
  const html = neighboursHtml(version, all.found, base)
  if (html)
    article
      .querySelector('.place')!
      .insertAdjacentHTML('afterend', `<nav class="neighbours" aria-label="Versions">${html}</nav>`)
}

function fail(why: Failure): void {
  outcome.textContent = failure(why)
  ways.innerHTML = waysOut(why, base)
  ways.querySelector('button')?.addEventListener('click', () => void show())
}

void show()
