/**
 * Words that say nothing in this place: nearly every entry has them, so that a search for one finds everything, and
 * slowly. They are neither indexed nor searched for.
 */
const STOP_WORDS = new Set(
  `mcp server servers model context protocol tool tools ai agent agents llm llms
  a an and any are as at be by can for from has have in into is it its of on or that the their this to use using via
  with you your`.split(/\s+/),
)

/** The words of a text that are worth looking for, in order and each once. */
export function searchWords(text: string): string[] {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}+#]+/u)
  return [...new Set(words)].filter((word) => word !== '' && !STOP_WORDS.has(word))
}

const HOSTS = new Set(['io', 'com', 'org', 'net', 'dev', 'app', 'ai', 'co', 'github', 'gitlab', 'www'])

/** The words that tell publishers apart: neither top-level domains nor the hosts that everybody shares. */
export function ownerWords(namespace: string): string[] {
  const labels = namespace.split('.')
  const own = labels.filter((label, index) => index > 1 || !HOSTS.has(label.toLowerCase()))
  return searchWords((own.length > 0 ? own : labels.slice(-1)).join(' '))
}

/** The words to look for in what somebody typed, who may have pasted a server name or a namespace. */
export function queryWords(query: string): string[] {
  const parts = query.trim().split(/\s+/)
  const words = parts.flatMap((part) => {
    const slash = part.indexOf('/')
    const namespace = slash < 0 ? part : part.slice(0, slash)
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(namespace)) return searchWords(part)
    return [...ownerWords(namespace), ...(slash < 0 ? [] : searchWords(part.slice(slash + 1)))]
  })
  return [...new Set(words)]
}
