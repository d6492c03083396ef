/**
 * Whether every plain host finds a file that is named like a version, and beside `latest`. Only mirrored versions can be
 * otherwise: some of the official registry's have other characters, or are called `Latest`.
 */
export function isFileName(version: string): boolean {
  return (
    /^[A-Za-z0-9_+~-][A-Za-z0-9._+~-]*$/.test(version) && !/^(latest|index)$|\.(html|json|gz)$/i.test(version)
  )
}
