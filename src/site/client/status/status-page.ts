/** Asks the API's endpoints from the reader's browser: what answers there is what answers them. */
import { differenceWords, outcomeWords, servedBy, summaryWords, type Outcome } from './words.ts'

/** In milliseconds; whoever waits longer has no answer. */
const PATIENCE = 10_000

const page = document.querySelector<HTMLElement>('.status-page')!
const again = page.querySelector('button')!
const results = [...page.querySelectorAll<HTMLElement>('[data-check]')]
const { commit = '', newest = '' } = page.dataset

async function checkAll(): Promise<void> {
  again.disabled = true
  tell('.summary', 'Checking.')
  const outcomes: Outcome[] = []
  let difference = ''
  // One after the other, so that none waits for another and its time is its own.
  for (const result of results) {
    const { outcome, body } = await check(result)
    result.textContent = outcomeWords(outcome)
    result.dataset.outcome = outcome.type
    outcomes.push(outcome)
    difference += differenceWords({ commit, newest }, servedBy(body))
  }
  tell('.summary', summaryWords(outcomes))
  tell('.difference', difference)
  again.disabled = false
}

/** The list of all servers may be long: its head is enough. */
async function check({ dataset }: HTMLElement): Promise<{ outcome: Outcome; body: string }> {
  const begin = performance.now()
  try {
    const response = await fetch(dataset.check!, {
      method: dataset.method!,
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    })
    const body = await response.text()
    const { ok, status } = response
    return {
      outcome: ok ? { type: 'answer', milliseconds: performance.now() - begin } : { type: 'error', status },
      body: ok ? body : '',
    }
  } catch {
    return { outcome: { type: 'silence' }, body: '' }
  }
}

function tell(selector: string, sentence: string): void {
  page.querySelector(selector)!.textContent = sentence
}

again.hidden = false
again.addEventListener('click', () => void checkAll())
void checkAll()
