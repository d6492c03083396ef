import type { Package } from '../../model/server-json.ts'
import { show } from '../../validate/text/show.ts'
import { hiddenPackage, isHidden, newest } from './absent.ts'
import { imageAddress, type ImageAddress } from './image-address.ts'
import { jsonIn } from './json-answer.ts'
import { digestOf, openRepository, type OciRepository } from './oci-repository.ts'
import type { PackageContext, PackageOutcome } from './package-check.ts'

const LABEL = 'io.modelcontextprotocol.server.name'
const REGISTRY = 'The image registry'

/** Source: package checks, type `oci` (ownership §7): a label in the config of the image for linux/amd64. */
export async function checkOci(
  { identifier }: Package,
  name: string,
  { web, policy }: PackageContext,
): Promise<PackageOutcome | undefined> {
  const address = imageAddress(identifier, policy.packages)
  if (!address) return undefined
  const repository = openRepository(address, web)
  const top = await repository.manifest(address.reference)
  if (isHidden(top.status)) return hiddenPackage(REGISTRY, identifier, top.status)
  if (top.status !== 200) return noImage(identifier, address, await repository.tags())
  const labels = await labelsIn(jsonIn<Manifest>(top), repository)
  if (!labels) {
    return {
      status: 'fail',
      message: `The image ${show(identifier)} has no config that can be read.`,
      fix: 'Push the whole image again, built for `linux/amd64` among others.',
    }
  }
  return judge(labels, identifier, name, digestOf(top))
}

interface Manifest {
  manifests: unknown
  config: unknown
  annotations: unknown
}

interface Child {
  digest?: string
  platform?: { os?: string; architecture?: string }
}

interface Labels {
  label: unknown
  annotation: unknown
}

/** Follows an index to one image, and the image to its config; `undefined` where something on the way is missing. */
async function labelsIn(top: Partial<Manifest>, repository: OciRepository): Promise<Labels | undefined> {
  const manifest = Array.isArray(top.manifests) ? await imageIn(top.manifests as Child[], repository) : top
  const { digest } = (manifest?.config ?? {}) as { digest?: unknown }
  const answer = isDigest(digest) ? await repository.blob(digest) : undefined
  if (answer?.status !== 200) return undefined
  const { config } = jsonIn<{ config: object }>(answer)
  const { Labels: labels } = (config ?? {}) as { Labels?: Record<string, unknown> | null }
  const annotations = [manifest?.annotations, top.annotations] as (Record<string, unknown> | undefined)[]
  const annotation = annotations.find((found) => found?.[LABEL] !== undefined)?.[LABEL]
  return { label: labels?.[LABEL], annotation }
}

async function imageIn(
  children: readonly Child[],
  repository: OciRepository,
): Promise<Partial<Manifest> | undefined> {
  const digest = childOf(children)
  const answer = digest === undefined ? undefined : await repository.manifest(digest)
  return answer?.status === 200 ? jsonIn<Manifest>(answer) : undefined
}

/** The image for linux/amd64, or the first; attestations, which stand beside images, have an unknown platform. */
function childOf(children: readonly Child[]): string | undefined {
  const images = children.filter((child) => isDigest(child?.digest) && child.platform?.os !== 'unknown')
  const usual = images.find(({ platform }) => platform?.os === 'linux' && platform.architecture === 'amd64')
  return (usual ?? images[0])?.digest
}

function isDigest(value: unknown): value is string {
  return typeof value === 'string' && /^sha256:[a-f0-9]{64}$/.test(value)
}

function noImage(identifier: string, { reference }: ImageAddress, tags: readonly string[]): PackageOutcome {
  const others = tags.length > 0 ? ` ${newest(tags)}` : ''
  return {
    status: 'fail',
    message: `There is no image ${show(identifier)}: its registry does not know ${show(reference)}.${others}`,
    fix: 'Push the image first, or name a tag that exists. If it was pushed minutes ago, comment `/recheck`.',
  }
}

function judge(
  { label, annotation }: Labels,
  identifier: string,
  name: string,
  digest: string,
): PackageOutcome {
  const image = `The image ${show(identifier)}`
  if (label === name) {
    return {
      status: 'pass',
      message: `${image} has the label \`${LABEL}\` with ${show(name)}.`,
      evidence: [{ package: `oci ${identifier}`, kind: 'digest', value: digest }],
    }
  }
  const seen =
    label === undefined
      ? `has no label \`${LABEL}\`.`
      : `has the label \`${LABEL}\` with ${show(label)}, not ${show(name)}.`
  const isAnnotated = label === undefined && annotation !== undefined
  const hint = isAnnotated ? ' It has an annotation of that name, but the label of the image counts.' : ''
  return {
    status: 'fail',
    message: `${image} ${seen}${hint}`,
    fix: `Add \`LABEL ${LABEL}="${name}"\` to its Dockerfile, and push the image with a new tag that is named here.`,
  }
}
