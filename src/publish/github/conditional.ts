import { answerOf } from './refusal.ts'

/** Answers that GitHub gave before, by question. */
export type Etags = Map<string, { etag: string; data: unknown }>

interface Answer<T> {
  data: T
  headers: { etag?: string | undefined }
}

/**
 * Asks only for what has changed since: GitHub counts no request that it answers with 304.
 *
 * @param question what tells it from others that are asked with the same memory
 */
export async function askAgain<T>(
  etags: Etags,
  question: string,
  ask: (headers: { 'if-none-match'?: string }) => Promise<Answer<T>>,
): Promise<T> {
  const known = etags.get(question)
  try {
    const { data, headers } = await ask(known ? { 'if-none-match': known.etag } : {})
    if (headers.etag) etags.set(question, { etag: headers.etag, data })
    return data
  } catch (error) {
    if (known && answerOf(error)?.status === 304) return known.data as T
    throw error
  }
}
