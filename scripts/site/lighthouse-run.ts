import lighthouse from 'lighthouse'

/** What Lighthouse says about a page: its categories from 0 to 100, the shift of its layout, and what it missed. */
export interface LighthouseScores {
  performance: number
  accessibility: number
  'best-practices': number
  seo: number
  cls: number
  /** Audits of the categories that are not passed, as `id: what it says`. */
  missed: string[]
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/**
 * Looks at a page as Lighthouse does by default: a telephone on a slow network, simulated. Performance depends on what
 * else the machine does, so it is the best of several runs; the first that is good enough ends them.
 *
 * @param port where the browser is listening for debuggers
 * @param enough the performance that needs no further run
 */
export async function scoresOf(
  url: string,
  { port, enough, runs }: { port: number; enough: number; runs: number },
): Promise<LighthouseScores> {
  let best = await lookOnce(url, port)
  for (let run = 1; run < runs && best.performance < enough; run++) {
    const next = await lookOnce(url, port)
    if (next.performance > best.performance) best = { ...next, cls: Math.max(best.cls, next.cls) }
  }
  return best
}

async function lookOnce(url: string, port: number): Promise<LighthouseScores> {
  const result = await lighthouse(url, { port, logLevel: 'error', onlyCategories: [...CATEGORIES] })
  if (!result || result.lhr.runtimeError) throw new Error(`${url}: ${result?.lhr.runtimeError?.message}`)
  const { categories, audits } = result.lhr
  const score = (id: (typeof CATEGORIES)[number]): number => Math.round((categories[id]!.score ?? 0) * 100)
  const asked = CATEGORIES.flatMap((id) => categories[id]!.auditRefs.filter(({ weight }) => weight > 0))
  const missed = asked
    .map(({ id }) => audits[id]!)
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ id, displayValue, title }) => `${id}: ${displayValue ?? title}`)
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
    cls: audits['cumulative-layout-shift']!.numericValue ?? 0,
    missed,
  }
}
