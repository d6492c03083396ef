/**
 * The issue form of the registry's repository by which people report a server. `undefined` where no repository is known.
 *
 * @param repository `owner/name`
 */
export function reportFormUrl(
  repository: string | undefined,
  fields: Readonly<Record<string, string>> = {},
): string | undefined {
  if (!repository) return undefined
  const query = new URLSearchParams({ template: 'report-server.yml', ...fields })
  return `https://github.com/${repository}/issues/new?${query}`
}

/** The same, filled in for one version. */
export function reportUrl(repository: string | undefined, name: string, version: string): string | undefined {
  return reportFormUrl(repository, { title: `Report: ${name}`, name, version })
}
