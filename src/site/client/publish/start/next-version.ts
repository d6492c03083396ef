import { readVersion, type ApiPlace } from '../../api/read.ts'
import { safeText } from '../../../text/safe-text.ts'
import { raiseVersion } from '../document/raise-version.ts'
import { textAt } from '../document/place.ts'

/** A document to begin with, for the next version of a server that this registry has, and what to say about it. */
export async function nextVersionOf(
  place: ApiPlace,
  name: string,
): Promise<{ document?: object; sentence: string }> {
  const answer = await readVersion(place, name, 'latest')
  const shown = safeText(name).slice(0, 200)
  if (answer.type === 'failed') return { sentence: `${shown} could not be read. ${answer.why}` }
  if (answer.type === 'missing') return { sentence: `${shown} is not in this registry, or it is deleted.` }
  const { server } = answer.found
  const document = raiseVersion(server)
  const version = textAt(document, '/version')
  return {
    document,
    sentence: version
      ? `The next version of ${server.name}: ${server.version} is there, and this is ${version}.`
      : `The next version of ${server.name}: ${server.version} is there. Say which one this is.`,
  }
}
