export interface Picked {
  from: string
  to: string
}

/** The two versions that an address names; `undefined` where it does not name two. */
export function pickedVersions(search: string): Picked | undefined {
  const parameters = new URLSearchParams(search)
  const [from, to] = [parameters.get('from'), parameters.get('to')]
  return from && to ? { from, to } : undefined
}

/**
 * Fills the two lists of versions, once, and selects what was picked: by default the newest version and the one that it
 * follows. Gives each version in the page a link to what it changed.
 */
export function loadPicker(form: HTMLFormElement, picked: Picked | undefined): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.version-list [data-version]')]
  const lists = [...form.querySelectorAll('select')]
  if (lists[0]!.length === 0) {
    for (const list of lists) list.append(...rows.map(optionOf))
    for (const row of rows) if (row.dataset.before !== undefined) row.append(diffLink(row))
  }
  const { before = '', version = '' } = rows[0]!.dataset
  const usual: Picked = { from: before, to: version }
  for (const list of lists) {
    const key = list.name as keyof Picked
    list.value = (picked ?? usual)[key]
    // An address may name what is not in the list.
    if (list.selectedIndex < 0) list.value = usual[key]
  }
}

/** What the list says about a version; `undefined` where it is not in there. */
export function statusOf(version: string): string | undefined {
  const row = document.querySelector(`.version-list [data-version="${CSS.escape(version)}"]`)
  return row ? (row.querySelector('.state')?.textContent ?? 'active') : undefined
}

function optionOf({ dataset }: HTMLElement): HTMLOptionElement {
  const version = dataset.version!
  return new Option(statusOf(version) === 'deleted' ? `${version} (deleted)` : version, version)
}

function diffLink({ dataset }: HTMLElement): HTMLAnchorElement {
  const { before: from = '', version: to = '' } = dataset
  const link = document.createElement('a')
  link.className = 'diff'
  link.href = `?${new URLSearchParams({ from, to })}`
  link.textContent = 'Diff'
  link.ariaLabel = `Diff of ${to} with ${from}`
  return link
}
