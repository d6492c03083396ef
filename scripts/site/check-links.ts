import { pagesOf, pathOfPage, type BuiltFiles } from './built-files.ts'
import type { SiteProblem } from './site-problem.ts'
import { pageLinks } from './page-links.ts'
import { resolvePath } from './resolve-path.ts'
import { pathOnSite, type SitePlace } from './site-place.ts'
import { markdownLinks, xmlLinks } from './text-links.ts'

/** What the check went through. */
export interface LinkCheck {
  problems: SiteProblem[]
  files: number
  links: number
}

/**
 * Follows every link inside of a build: of its pages, feeds, sitemaps, Markdown twins and texts. A link has to lead to a
 * file by the rules of plain static hosts, and its fragment to an element.
 */
export function checkLinks(files: BuiltFiles, place: SitePlace): LinkCheck {
  const problems: SiteProblem[] = []
  /** Files whose ids are asked for: `file → fragment → the first file that asks`. */
  const wanted = new Map<string, Map<string, string>>()
  const known = new Map<string, ReturnType<typeof resolvePath>>()
  let links = 0

  const follow = (from: string, address: string, ids?: ReadonlySet<string>): void => {
    links++
    const fail = (problem: string): void =>
      void problems.push({ file: from, problem: `\`${address}\` ${problem}` })
    const target = pathOnSite(address, pathOfPage(from), place)
    if (!target) return
    if (target.problem !== undefined) return fail(target.problem)
    const { path, fragment, hasQuery } = target
    const resolved = known.get(path) ?? resolvePath(path, files)
    known.set(path, resolved)
    if (resolved.problem !== undefined) return fail(resolved.problem)
    // What follows a query is made by a script, and its ids with it.
    if (fragment === '' || fragment === 'top' || hasQuery) return
    if (resolved.file === from && ids) {
      if (!ids.has(decodeURIComponent(fragment))) fail('names an element that is not there')
      return
    }
    const fragments = wanted.get(resolved.file) ?? new Map<string, string>()
    wanted.set(resolved.file, fragments)
    if (!fragments.has(fragment)) fragments.set(fragment, from)
  }

  const sources = [...linkSources(files, place.url)]
  for (const { file, read } of sources) {
    const { addresses, ids } = read(files.read(file))
    for (const address of addresses) follow(file, address, ids)
  }
  for (const [file, fragments] of wanted) {
    const { ids } = pageLinks(files.read(file))
    for (const [fragment, from] of fragments) {
      if (ids.has(decodeURIComponent(fragment))) continue
      problems.push({
        file: from,
        problem: `\`${pathOfPage(file)}#${fragment}\` names an element that is not there`,
      })
    }
  }
  return { problems, files: sources.length, links }
}

interface LinkSource {
  file: string
  read(text: string): { addresses: ReadonlySet<string>; ids?: ReadonlySet<string> }
}

function* linkSources(files: BuiltFiles, url: string): Generator<LinkSource> {
  for (const file of pagesOf(files)) yield { file, read: pageLinks }
  for (const file of files.paths) {
    if (/^v0(\.1)?\/|^r\//.test(file)) continue
    if (/\.(xml|svg)$/.test(file)) yield { file, read: (text) => ({ addresses: xmlLinks(text) }) }
    else if (/\.(md|txt)$/.test(file))
      yield { file, read: (text) => ({ addresses: markdownLinks(text, url) }) }
  }
}
