import { entriesOf, type Catalog } from '../../src/catalog/catalog.ts'

/**
 * A catalog as a table that a test can state: by `name version`, what the registry says about it, with seconds after
 * `epoch` for times: `status published/statusChanged/updated [latest] ["message"]`.
 */
export function summaryOf(catalog: Catalog, epoch: number): Record<string, string> {
  const seconds = (microseconds: number): string => String(microseconds / 1_000_000 - epoch)
  return Object.fromEntries(
    entriesOf(catalog).map(({ name, version, official }) => {
      const { status, statusMessage, publishedAt, statusChangedAt, updatedAt, isLatest } = official
      const words = [
        status,
        [publishedAt, statusChangedAt, updatedAt].map(seconds).join('/'),
        isLatest && 'latest',
        statusMessage && JSON.stringify(statusMessage),
      ]
      return [`${name} ${version}`, words.filter(Boolean).join(' ')]
    }),
  )
}
