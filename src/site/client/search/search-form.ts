import { FACET_NAMES, type FacetName } from '../../search/facets.ts'
import { formatCount } from '../../text/numbers.ts'
import type { FacetCounts } from './facet-counts.ts'
import { setFilters, type SearchState } from './search-state.ts'

/** The field and the boxes of the search page. */
export interface SearchForm {
  input: HTMLInputElement
  panel: HTMLDetailsElement
  /** The filters that the boxes say. */
  filters(): Record<FacetName, string[]>
  /** Makes the form say what is searched for; with `keepText` the field is left to who types in it. */
  fill(state: SearchState, options?: { keepText?: boolean }): void
  /** Says what each box would give; one that gives nothing cannot be chosen. */
  showCounts(counts: FacetCounts): void
}

export function searchForm(input: HTMLInputElement, panel: HTMLDetailsElement): SearchForm {
  const boxes = [...panel.querySelectorAll('input')]
  const summary = panel.querySelector('summary')!
  return {
    input,
    panel,
    filters() {
      const checked = (name: string) =>
        boxes.filter((box) => box.name === name && box.checked).map(({ value }) => value)
      return Object.fromEntries(FACET_NAMES.map((name) => [name, checked(name)])) as ReturnType<
        SearchForm['filters']
      >
    },
    fill(state, { keepText = false } = {}) {
      if (!keepText && input.value !== state.q) input.value = state.q
      for (const box of boxes) box.checked = state[box.name as FacetName].includes(box.value)
      const set = setFilters(state).length
      summary.textContent = set > 0 ? `Filters (${formatCount(set)})` : 'Filters'
    },
    showCounts(counts) {
      for (const box of boxes) {
        const count = counts[box.name as FacetName][box.value] ?? 0
        box.disabled = count === 0 && !box.checked
        box.parentElement!.querySelector('.count')!.textContent = formatCount(count)
      }
    },
  }
}
