import picomatch from 'picomatch'

/** Whether a namespace fits a pattern of the policy: `*` stands for any characters but `.`, `**` for any. */
export function namespaceMatches(namespace: string, pattern: string): boolean {
  // picomatch knows folders; the labels of a namespace are ours.
  return picomatch.isMatch(namespace.replaceAll('.', '/'), pattern.replaceAll('.', '/'), {
    nocase: true,
    dot: true,
  })
}
