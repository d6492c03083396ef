import { listAt, textAt } from '../document/place.ts'
import { element } from '../elements.ts'
import { fieldElement, idOf, type Field } from './controls.ts'
import { argumentFields, packageFields, REMOTE_FIELDS, VALUE_FIELDS } from './fields.ts'

/** A list within a package or a remote, folded until somebody wants it. */
interface Sublist {
  key: string
  title: string
  /** What one of its items is called. */
  item: string
  fields: (document: object, pointer: string) => readonly Field[]
}

const ARGUMENTS = (document: object, pointer: string): Field[] =>
  argumentFields(textAt(document, `${pointer}/type`))
const VALUES = (): readonly Field[] => VALUE_FIELDS

const ENVIRONMENT: Sublist = {
  key: 'environmentVariables',
  title: 'Environment variables',
  item: 'variable',
  fields: VALUES,
}
const PACKAGE_ARGUMENTS: Sublist = {
  key: 'packageArguments',
  title: 'Arguments of the server',
  item: 'argument',
  fields: ARGUMENTS,
}
const RUNTIME_ARGUMENTS: Sublist = {
  key: 'runtimeArguments',
  title: 'Arguments of what starts it, such as npx or docker',
  item: 'runtime argument',
  fields: ARGUMENTS,
}
const headers = (key: string): Sublist => ({ key, title: 'Headers', item: 'header', fields: VALUES })

/** The fields of a package. */
export function packageGroup(document: object, index: number): HTMLElement {
  const pointer = `/packages/${index}`
  const transport = textAt(document, `${pointer}/transport/type`)
  const lists = [ENVIRONMENT, PACKAGE_ARGUMENTS, RUNTIME_ARGUMENTS]
  return group(
    pointer,
    `Package ${index + 1}`,
    packageFields(textAt(document, `${pointer}/registryType`), transport),
    [...lists, ...(/^(?:streamable-http|sse)$/.test(transport) ? [headers('transport/headers')] : [])].map(
      (list) => sublist(document, pointer, list),
    ),
  )
}

/** The fields of a remote. */
export function remoteGroup(document: object, index: number): HTMLElement {
  const pointer = `/remotes/${index}`
  return group(pointer, `Remote ${index + 1}`, REMOTE_FIELDS, [
    sublist(document, pointer, headers('headers')),
  ])
}

function group(
  pointer: string,
  title: string,
  fields: readonly Field[],
  lists?: readonly HTMLElement[],
): HTMLElement {
  return element(
    'fieldset',
    { class: 'group', id: idOf(pointer), 'data-group': pointer, tabindex: '-1' },
    element('legend', { class: lists ? undefined : 'unseen' }, title),
    element('div', { class: 'fields' }, ...fields.map((field) => fieldElement(pointer, field))),
    ...(lists ?? []),
    element(
      'button',
      {
        type: 'button',
        class: 'quiet',
        'data-remove': pointer,
        'aria-label': `Remove ${title.toLowerCase()}`,
      },
      'Remove',
    ),
  )
}

function sublist(document: object, parent: string, { key, title, item, fields }: Sublist): HTMLElement {
  const pointer = `${parent}/${key}`
  const items = listAt(document, pointer)
  return element(
    'details',
    { 'data-list': pointer },
    element(
      'summary',
      {},
      `${title} `,
      element('span', { class: 'count' }, items.length > 0 && `${items.length}`),
    ),
    ...items.map((_, index) => {
      const place = `${pointer}/${index}`
      const name = `${item[0]!.toUpperCase()}${item.slice(1)} ${index + 1}`
      return element(
        'details',
        { 'data-list': place },
        element('summary', { 'data-item': place, 'data-title': name }),
        group(place, name, fields(document, place)),
      )
    }),
    element(
      'button',
      { type: 'button', class: 'button', 'data-add': pointer },
      `Add a ${item}`.replace('a a', 'an a'),
    ),
  )
}
