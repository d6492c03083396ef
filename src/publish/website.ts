/**
 * The page of a project as a `websiteUrl`: an https address that the validator takes, and not merely the repository
 * again, to which npm sets `homepage` by itself.
 */
export function websiteFrom(address: string | undefined): string | undefined {
  if (!address || address.length > 2_000 || /["'<>`\\\s]/.test(address) || !URL.canParse(address))
    return undefined
  const { protocol, hostname, username, password } = new URL(address)
  const isSource = ['github.com', 'gitlab.com'].includes(hostname.replace(/^www\./, ''))
  return protocol === 'https:' && !isSource && !username && !password ? address : undefined
}
