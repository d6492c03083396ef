/** GitHub's editor for a file of the registry's repository; whoever may not write there is led to a fork. */
export function editLink(repository: string, path: string): string {
  return `https://github.com/${repository}/edit/main/${path}`
}
