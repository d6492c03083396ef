import type { Client, InstallContext, InstallOption, Instruction } from '../install/types.ts'
import { shareSteps, type SharedSteps } from './shared-steps.ts'
import { linksHtml, pathHtml, stepsHtml } from './steps-html.ts'

/**
 * What to do in every client, with placeholders for what a person has to fill in. The style sheet shows the part of
 * the chosen client: each part has the classes `c-<client>` of the clients it is for.
 */
export function everyClientHtml(
  clients: readonly Client[],
  option: InstallOption,
  context: InstallContext,
): string {
  const told = clients.map((client) => {
    const steps = client.instructions(option, context, {})
    const firstOther = steps.findIndex(({ type }) => type !== 'link')
    const split = firstOther === -1 ? steps.length : firstOther
    return { client, links: steps.slice(0, split).filter(isLink), steps: steps.slice(split) }
  })
  const links = told.map(({ client, links }) => {
    const html = linksHtml(links)
    return html && `<div class="${classes([client.id])}">${html}</div>`
  })
  const saysMore = told.filter(({ steps, links }) => steps.length > 0 || links.length === 0)
  return links.join('') + shareSteps(saysMore).map(sharedHtml).join('')
}

function isLink(step: Instruction): step is Extract<Instruction, { type: 'link' }> {
  return step.type === 'link'
}

function sharedHtml({ clients, steps, paths }: SharedSteps): string {
  return `<div class="${classes(clients)}">${stepsHtml(steps, (index) => placesHtml(paths[index]!))}</div>`
}

/** The places of one file, each shown with its client; one place for all needs no choosing. */
function placesHtml(places: SharedSteps['paths'][number]): string | undefined {
  const clientsOf = new Map<string, string[]>()
  for (const { client, path } of places) clientsOf.set(path, [...(clientsOf.get(path) ?? []), client])
  if (clientsOf.size < 2) return undefined
  return [...clientsOf]
    .map(([path, clients]) => `<span class="${classes(clients)}">${pathHtml(path)}</span>`)
    .join('')
}

function classes(clients: readonly string[]): string {
  return clients.map((client) => `c-${client}`).join(' ')
}
