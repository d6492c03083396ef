import type { Finding } from '../../../../model/finding.ts'

/** How long nobody types before the document is judged, in milliseconds. */
const PAUSE = 200

type Validate = (text: string) => Finding[]

/**
 * Judges texts with the validator that judges pull requests, a moment after the last change. The validator is the
 * largest part of the page, so it is loaded when there is something to judge.
 *
 * @param tell gets the findings on the newest text; `undefined` where the validator could not be loaded
 */
export function openJudge(tell: (findings: readonly Finding[] | undefined) => void): (text: string) => void {
  let loading: Promise<Validate> | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  const load = (): Promise<Validate> =>
    (loading ??= import('./validate.ts').then(({ findingsIn }) => findingsIn))

  async function judge(text: string, mine: number): Promise<void> {
    const validate = await load().catch((error: unknown) => {
      loading = undefined
      console.error(error)
    })
    if (mine === turn) tell(validate?.(text))
  }

  return (text) => {
    const mine = ++turn
    clearTimeout(waiting)
    waiting = setTimeout(() => void judge(text, mine), PAUSE)
  }
}
