import { show } from '../../validate/text/show.ts'
import type { Change } from '../change/change.ts'
import type { Context } from '../context.ts'
import type { Ownership } from '../proofs/ownership.ts'
import { whyNobodys } from '../proofs/whose.ts'
import type { GateRule, Outcome } from '../rule.ts'

export const OWNERSHIP: GateRule = {
  code: 'R301',
  title: 'Nothing shows that the namespace is yours',
  passed: 'The namespace belongs to its publisher.',
  why: 'The namespace is how people tell whom they trust. Nobody publishes under the name of somebody else.',
  fix: 'Take any one of the steps that are listed, then comment `/recheck`. Steps that change the branch need no comment.',
  example: 'A server of `io.github.acme` in a pull request by an account that has nothing to do with `acme`',
  async check(change, context) {
    const owned = await context.ownership()
    return Promise.all(owned.map((ownership) => outcomeFor(ownership, change, context)))
  },
}

async function outcomeFor(ownership: Ownership, change: Change, context: Context): Promise<Outcome> {
  const { namespace, proof, tried } = ownership
  if (proof) {
    const attempt = tried.find((attempted) => attempted.proof === proof)?.attempt
    return { status: 'pass', message: attempt?.saw ?? OWNERSHIP.passed }
  }
  const reason = await whyNobodys(namespace, context)
  if (reason !== undefined) return { status: 'skipped', message: `Nobody can own ${show(namespace)}.` }
  const path = change.files.find(({ place }) => place?.namespace === namespace)?.path
  const where = path !== undefined && { path }
  const publisher = show(context.publisher.login)
  const lines = tried.map(lineFor)
  if (tried.some(({ unreachable }) => unreachable !== undefined)) {
    const head = `Whether ${publisher} may publish under ${show(namespace)} is not known yet: not all of these could be looked at.`
    const again = 'There is nothing to do: we look again by ourselves.'
    const hasStep = tried.some(({ attempt }) => attempt?.proved === false)
    const fix = hasStep ? `${again} One of the steps above helps at once.` : again
    return { status: 'error', ...where, message: [head, ...lines].join('\n'), fix }
  }
  const head = `Nothing shows yet that ${publisher} may publish under ${show(namespace)}. Any one of these is enough:`
  return { status: 'fail', ...where, message: [head, ...lines].join('\n'), ...fixFor(tried, context) }
}

/** Each proof with what it saw and the one step that would make it succeed. */
function lineFor({ proof, attempt, unreachable, skipped }: Ownership['tried'][number]): string {
  const step = attempt && !attempt.proved ? ` ${attempt.fix}` : ''
  return `- ${proof.title}: ${attempt?.saw ?? unreachable ?? skipped ?? 'it does not apply.'}${step}`
}

function fixFor(tried: Ownership['tried'], { offline }: Context): { fix?: string } {
  if (tried.length === 0) {
    return {
      fix: 'Ask the operator of this registry: its settings accept none of the proofs that there are for it.',
    }
  }
  const isSkipped = offline && tried.some(({ skipped }) => skipped !== undefined)
  return isSkipped ? { fix: 'Run it without `--offline`, so that the others are asked too.' } : {}
}
