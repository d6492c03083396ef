/** What a tag may look like where a listing.md does not say. */
const USUAL = ['v{version}', '{version}']
const PLACE = '{version}'
/** Words such as `nightly` and `latest` are no versions. */
const VERSION = /^[0-9][A-Za-z0-9._+~-]{0,63}$/

/** The tags that a version may have, the likeliest first. */
export function tagsOf(version: string, pattern?: string): string[] {
  return patterns(pattern).map((usual) => usual.replace(PLACE, () => version))
}

/** The version that a tag stands for; `undefined` for a tag that is about something else. */
export function versionOf(tag: string, pattern?: string): string | undefined {
  for (const usual of patterns(pattern)) {
    const [before = '', after = ''] = usual.split(PLACE)
    if (tag.length < before.length + after.length || !tag.startsWith(before) || !tag.endsWith(after)) continue
    const version = tag.slice(before.length, tag.length - after.length)
    if (VERSION.test(version)) return version
  }
  return undefined
}

function patterns(pattern: string | undefined): readonly string[] {
  return pattern === undefined ? USUAL : [pattern]
}
