/** Follows a pull request on its way into the registry, by what everybody may know: GitHub's API and our own. */
import { isListed } from '../../../../publish/live.ts'
import { checkOf, stationsOf } from '../../../../publish/progress.ts'
import { serverPath } from '../../../paths.ts'
import { safeText } from '../../../text/safe-text.ts'
import { element } from '../elements.ts'
import { followPull, isOver, publishedBy, waitsForPerson, type Facts } from './facts.ts'
import { openGitHub } from './github.ts'
import { pullNumber } from './pull-number.ts'
import { clock, standing, stationItems, verdictItems } from './stations-view.ts'

/** In milliseconds. */
const EVERY = 20_000
/** The same where a person has to do something first, which is rarely a matter of seconds. */
const SELDOM = 180_000

const page = document.querySelector<HTMLElement>('.publish-status')!
const { base = '/', site = '', repository = '', api = '' } = page.dataset
const outcome = page.querySelector<HTMLElement>('.outcome')!
const wanted = new URLSearchParams(location.search).get('pr')?.trim() ?? ''
const number = pullNumber(wanted, repository)

let timer: ReturnType<typeof setTimeout> | undefined
/** When to look again, in milliseconds since 1970; `undefined` where nothing more is expected. */
let due: number | undefined

if (number !== undefined) follow(number)
else if (wanted) say(`“${safeText(wanted).slice(0, 100)}” is not a pull request of ${repository}.`)

function follow(pull: number): void {
  const link = `https://github.com/${repository}/pull/${pull}`
  const ask = openGitHub(api)
  const registry = new URL(base, location.href).href
  const following = followPull(ask, repository, pull, (published) => isListed(registry, published, fetch))

  async function look(): Promise<void> {
    due = undefined
    const answer = await following.look()
    if (answer.type === 'found') {
      show(answer.facts, link)
      if (!isOver(answer.facts)) due = Date.now() + (waitsForPerson(answer.facts) ? SELDOM : EVERY)
    } else if (answer.type === 'missing') {
      say(`There is no pull request ${pull} in ${repository}, or it is not public.`)
    } else if (answer.type === 'limited') {
      say(
        `GitHub answers sixty questions an hour without signing in, and they are used up until ${clock(answer.until)}. ` +
          'This page goes on then. Meanwhile the pull request itself says where it stands.',
      )
      showLink(link, '')
      due = answer.until
    } else {
      say(`${answer.why} This page tries again.`)
      due = Date.now() + EVERY
    }
    wait()
  }

  // Who does not look needs no news.
  function wait(): void {
    clearTimeout(timer)
    if (due === undefined || document.hidden) return
    timer = setTimeout(() => void look(), Math.max(0, due - Date.now()))
  }
  document.addEventListener('visibilitychange', wait)
  void look()
}

function show(facts: Facts, link: string): void {
  const { pull, checkRuns, isLive, title } = facts
  const stations = stationsOf(pull, checkRuns, isLive)
  page.querySelector('.stations')!.replaceChildren(...stationItems(stations))
  const findings = checkOf(pull, checkRuns).verdict?.findings ?? []
  page.querySelector('.findings')!.replaceChildren(...(pull.merged_at ? [] : verdictItems(findings, site)))
  showLink(link, title)
  page
    .querySelector('.listed')!
    .replaceChildren(
      ...(isLive
        ? publishedBy(facts).map(({ name, version }) =>
            element(
              'p',
              {},
              element('a', { href: base + serverPath(name).slice(1), class: 'mono' }, name),
              ` ${version}`,
            ),
          )
        : []),
    )
  say(standing(stations))
}

function showLink(link: string, title: string): void {
  const place = page.querySelector<HTMLAnchorElement>('.pull')!
  place.hidden = false
  place.querySelector('a')!.href = link
  place.querySelector('a')!.textContent = safeText(title) || link.replace('https://', '')
}

function say(sentence: string): void {
  if (outcome.textContent !== sentence) outcome.textContent = sentence
}
