/** What a lookup says where it finds nothing: LookupError has these fields. */
export function refusalOf(error: unknown): { saw: string; fix: string } {
  const { saw, fix } = (error ?? {}) as { saw?: unknown; fix?: unknown }
  if (typeof saw === 'string' && typeof fix === 'string') return { saw, fix }
  console.error(error)
  return { saw: 'It could not be looked up.', fix: 'Fill in the form by hand; nothing else depends on it.' }
}
