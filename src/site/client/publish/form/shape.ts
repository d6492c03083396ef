import { isObject, listAt, readAt } from '../document/place.ts'

const LISTS = ['environmentVariables', 'packageArguments', 'runtimeArguments', 'transport/headers', 'headers']

/** What decides which fields the form has for a document: two documents of the same shape have the same ones. */
export function shapeOf(document: object): string {
  return JSON.stringify(
    ['/packages', '/remotes'].map((place) =>
      listAt(document, place).map((item) => [
        kindOf(item),
        isObject(item) ? readAt(item, '/transport/type') : undefined,
        LISTS.map((list) => listAt(item, `/${list}`).map((inner) => kindOf(inner))),
      ]),
    ),
  )
}

/** Of a remote its type says how to talk to it, and changes no field. */
function kindOf(item: unknown): unknown {
  return isObject(item) ? (item.registryType ?? item.type) : undefined
}
