const SHOWN = 5

/** What has to be known about a text, as sentences; `undefined` where there is nothing. */
export function noteOf(about: {
  /** Variables of the environment that the client looks up. */
  variables?: ReadonlySet<string>
  /** Placeholders in the text. */
  missing?: ReadonlySet<string>
  /** The publisher wrote references into it. */
  hasReferences?: boolean
}): string | undefined {
  const variables = [...(about.variables ?? [])].map((name) => `\`${name}\``)
  const more = variables.length > SHOWN ? ` and ${variables.splice(SHOWN).length} more` : ''
  const sentences = [
    ...(variables.length > 0 ? [`Set ${variables.join(', ')}${more} in your environment first.`] : []),
    ...(about.missing?.size ? ['Put your own values in place of `<…>`.'] : []),
    ...(about.hasReferences
      ? ['The publisher’s text refers to values of your computer, which this client may put in. Check it.']
      : []),
  ]
  return sentences.length > 0 ? sentences.join(' ') : undefined
}
