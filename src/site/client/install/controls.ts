/** Shows or hides what is typed into the secret field beside the button. */
export function toggleSecret(button: HTMLElement): void {
  const input = button.parentElement!.querySelector('input')!
  const isHidden = input.type === 'password'
  for (const each of button.parentElement!.querySelectorAll('input')) {
    each.type = isHidden ? 'text' : 'password'
  }
  button.textContent = isHidden ? 'Hide' : 'Show'
}

/** Puts another control for the same field above the button, and goes there. */
export function addAnother(button: HTMLElement): void {
  const controls = button.parentElement!.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    'input, select',
  )
  const first = controls[0]!
  const another = first.cloneNode(true) as HTMLInputElement | HTMLSelectElement
  another.id = ''
  another.required = false
  another.value = ''
  another.setAttribute('aria-label', `${first.labels![0]!.textContent} ${controls.length + 1}`)
  button.before(another)
  another.focus()
}
