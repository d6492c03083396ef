import { createHash } from 'node:crypto'

export interface ImageSketch {
  labels?: Record<string, unknown> | null
  annotations?: Record<string, string>
  /** Several images under one tag, by platform such as `linux/amd64`; each may have labels of its own. */
  platforms?: Record<string, Record<string, unknown>>
}

const OCI = 'application/vnd.oci.image'

/** Pushes an image as clients do, with the distribution API; gives the digest of what the tag stands for. */
export async function pushImage(
  registry: string,
  repository: string,
  tag: string,
  { labels = {}, annotations, platforms }: ImageSketch,
): Promise<string> {
  if (!platforms) return putManifest(registry, repository, tag, await manifestOf(labels))
  const manifests = []
  for (const [platform, own] of Object.entries(platforms)) {
    const [os, architecture] = platform.split('/')
    const manifest = await manifestOf(own)
    const digest = await putManifest(registry, repository, digestOf(JSON.stringify(manifest)), manifest)
    const size = JSON.stringify(manifest).length
    manifests.push({ mediaType: manifest.mediaType, digest, size, platform: { os, architecture } })
  }
  const index = { schemaVersion: 2, mediaType: `${OCI}.index.v1+json`, manifests }
  return putManifest(registry, repository, tag, { ...index, ...(annotations && { annotations }) })

  async function manifestOf(imageLabels: Record<string, unknown> | null) {
    const config = JSON.stringify({
      architecture: 'amd64',
      os: 'linux',
      config: { Cmd: ['/server'], ...(imageLabels && { Labels: imageLabels }) },
      rootfs: { type: 'layers', diff_ids: [] },
    })
    return {
      schemaVersion: 2,
      mediaType: `${OCI}.manifest.v1+json`,
      config: await putBlob(registry, repository, config, `${OCI}.config.v1+json`),
      layers: [await putBlob(registry, repository, 'a layer', `${OCI}.layer.v1.tar`)],
      ...(annotations && !platforms && { annotations }),
    }
  }
}

async function putBlob(registry: string, repository: string, content: string, mediaType: string) {
  const digest = digestOf(content)
  const begun = await fetch(`${registry}/v2/${repository}/blobs/uploads/`, { method: 'POST' })
  const location = new URL(begun.headers.get('location')!, registry)
  location.searchParams.set('digest', digest)
  const headers = { 'content-type': 'application/octet-stream' }
  await expectCreated(await fetch(location, { method: 'PUT', headers, body: content }))
  return { mediaType, digest, size: content.length }
}

async function putManifest(
  registry: string,
  repository: string,
  reference: string,
  manifest: { mediaType: string },
): Promise<string> {
  const body = JSON.stringify(manifest)
  const url = `${registry}/v2/${repository}/manifests/${reference}`
  const headers = { 'content-type': manifest.mediaType }
  await expectCreated(await fetch(url, { method: 'PUT', headers, body }))
  return digestOf(body)
}

export function digestOf(content: string | Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`
}

async function expectCreated(response: Response): Promise<void> {
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`)
}
