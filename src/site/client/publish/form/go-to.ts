/** Goes to an element of the form, and opens the folds around it. */
export function goTo(field: HTMLElement): void {
  for (let fold = field.closest('details'); fold; fold = fold.parentElement!.closest('details'))
    fold.open = true
  field.focus()
}
