import { differenceHtml } from '../../diff/difference-html.ts'
import { safeText } from '../../text/safe-text.ts'
import { readVersion, type Answer } from '../api/read.ts'
import type { Picked } from './picker.ts'

/** What differs between two versions, or why that cannot be told. */
export interface Difference {
  sentence: string
  html: string
}

/**
 * Reads the documents of two versions and compares them.
 *
 * @param statusOf what the page says about a version; `undefined` for one that is not in its list
 */
export async function readDifference(
  { from, to }: Picked,
  { base, name, statusOf }: { base: string; name: string; statusOf: (version: string) => string | undefined },
): Promise<Difference> {
  const [before, after] = await Promise.all([from, to].map((version) => readVersion({ base }, name, version)))
  if (before!.type !== 'found') return whyNot(from, before!, statusOf(from))
  if (after!.type !== 'found') return whyNot(to, after!, statusOf(to))
  const { sentence, html } = differenceHtml(before!.found.server, after!.found.server)
  return { sentence: `From ${shown(from)} to ${shown(to)}: ${sentence}.`, html }
}

function whyNot(asked: string, answer: Answer<unknown>, status: string | undefined): Difference {
  const version = shown(asked)
  const sentence =
    answer.type === 'failed'
      ? `${version} could not be read. ${answer.why}`
      : status === undefined
        ? `${version} is not a version of this server. Choose two from the list.`
        : status === 'deleted'
          ? `${version} is deleted, and its document is not served any more.`
          : `There is no document about ${version} here.`
  return { sentence, html: '' }
}

/** Anything may stand in an address. */
function shown(version: string): string {
  return safeText(version).slice(0, 100)
}
