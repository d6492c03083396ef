type Child = Node | string | undefined | false

/** What an element is made with: attributes by name; `true` is an attribute without a value, `false` none. */
type Attributes = Readonly<Record<string, string | boolean | undefined>>

/** An element. Texts become text and nothing else, whatever they hold. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    made.setAttribute(key, value === true ? '' : value)
  }
  made.append(...children.filter((child) => child !== undefined && child !== false))
  return made
}
