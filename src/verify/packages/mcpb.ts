import type { Package } from '../../model/server-json.ts'
import { mcpbFault } from '../../validate/packages/mcpb-url.ts'
import { show } from '../../validate/text/show.ts'
import { OutOfReach } from '../net/out-of-reach.ts'
import type { WebClient } from '../net/web-client.ts'
import { isHidden } from './absent.ts'
import type { PackageContext, PackageOutcome } from './package-check.ts'

const MAX_BYTES = 512 * 2 ** 20

/**
 * Downloads the file and compares its hash. Source: package checks, type `mcpb` (ownership §7), which only asks whether
 * the file is there; the hash is what ties it to this entry.
 */
export async function checkMcpb(
  item: Package,
  _name: string,
  { web }: PackageContext,
): Promise<PackageOutcome | undefined> {
  const { identifier, fileSha256 = '' } = item
  if (fileSha256 === '' || mcpbFault(identifier)) return undefined
  const label = `The MCPB file ${show(identifier)}`
  const answer = await download(identifier, web)
  if (answer instanceof OutOfReach) {
    return {
      status: 'fail',
      message: `${label} cannot be downloaded. ${answer.message}`,
      fix: 'Attach the file itself to the release, in at most 512 MiB.',
    }
  }
  if (answer.status !== 200) {
    return {
      status: 'fail',
      message: `${label} cannot be downloaded by everybody (it answered ${answer.status}).`,
      fix: isHidden(answer.status)
        ? 'Make the repository and its release public.'
        : 'Publish the release with the file attached, or correct the address.',
    }
  }
  const { sha256, size } = answer
  if (sha256 !== fileSha256.toLowerCase()) {
    return {
      status: 'fail',
      message: `${label} has ${size} bytes and the SHA-256 hash \`${sha256}\`, not the one in \`fileSha256\`.`,
      fix: `If this file is the right one, write \`"fileSha256": "${sha256}"\`. Otherwise attach the right file to a new release.`,
    }
  }
  return {
    status: 'pass',
    message: `${label} has the SHA-256 hash in \`fileSha256\`.`,
    evidence: [{ package: `mcpb ${identifier}`, kind: 'sha256', value: sha256 }],
  }
}

/** Addresses and sizes that we refuse are for the publisher to change. */
async function download(url: string, web: WebClient) {
  try {
    return await web.sha256(url, { maxBytes: MAX_BYTES, headers: { 'accept-encoding': 'identity' } })
  } catch (error) {
    if (error instanceof OutOfReach) return error
    throw error
  }
}
