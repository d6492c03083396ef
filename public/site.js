// Runs before the page is painted, so that a chosen theme does not flash. Everything works without it.
;(() => {
  const root = document.documentElement
  const read = () => {
    try {
      return localStorage.getItem('theme') ?? 'auto'
    } catch {
      return 'auto'
    }
  }
  const apply = (theme) => {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
    else delete root.dataset.theme
  }
  apply(read())

  addEventListener('DOMContentLoaded', () => {
    const choice = document.querySelector('.theme')
    const chosen = choice.querySelector(`[value="${read()}"]`)
    if (chosen) chosen.checked = true
    choice.hidden = false
    choice.addEventListener('change', ({ target }) => {
      apply(target.value)
      try {
        localStorage.setItem('theme', target.value)
      } catch {
        // Without storage the choice lasts for this page.
      }
    })
  })

  addEventListener('keydown', (event) => {
    const inField = event.target.closest?.('input, textarea, select, [contenteditable]')
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || inField)
      return
    const search = document.querySelector('[data-search]')
    if (!search) return
    event.preventDefault()
    search.focus()
    search.select()
  })
})()
