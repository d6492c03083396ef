/** A registry that does not answer by then is asked again soon enough. */
const LONGEST_MILLISECONDS = 10_000

/**
 * Whether a registry shows a version. No answer, or another one, is a no: some hosts say 200 to everything.
 *
 * @param registryUrl where it is served, with a `/` at the end
 */
export async function isListed(
  registryUrl: string,
  { name, version }: { name: string; version: string },
  fetch: typeof globalThis.fetch,
): Promise<boolean> {
  const [server, number] = [name, version].map(encodeURIComponent)
  try {
    const answer = await fetch(`${registryUrl}v0.1/servers/${server}/versions/${number}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(LONGEST_MILLISECONDS),
    })
    if (!answer.ok) return false
    const document = (await answer.json()) as { server?: { name?: unknown; version?: unknown } }
    return document.server?.name === name && document.server.version === version
  } catch {
    return false
  }
}
