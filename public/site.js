// Runs before the page is painted, so that a chosen theme does not flash. Everything works without it.
try {
  const theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Without storage the system's choice stays.
}
