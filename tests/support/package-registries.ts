import { serveTable, type Answer, type Loopback } from './loopback.ts'

/** What was published: versions with their READMEs, by package; `null` where a version has none. */
export type Published = Record<string, Record<string, string | null>>

export interface StandIn extends Loopback {
  /** What every path answers, to be changed by tests. */
  table: Record<string, Answer>
}

/** Answers as PyPI's JSON API does. */
export function servePypi(published: Published): Promise<StandIn> {
  return serve((_url, table) => {
    for (const [name, versions] of Object.entries(published)) {
      const file = (version: string, kind: string, end: string) => ({
        filename: `${name}-${version}${end}`,
        packagetype: kind,
        digests: { md5: 'm', sha256: fakeHash(name, version, kind) },
      })
      const filesOf = (version: string) => [
        file(version, 'bdist_wheel', '-py3-none-any.whl'),
        file(version, 'sdist', '.tar.gz'),
      ]
      const releases = Object.fromEntries(Object.keys(versions).map((version) => [version, filesOf(version)]))
      table[`/pypi/${name}/json`] = { body: { info: { name }, releases } }
      for (const [version, readme] of Object.entries(versions)) {
        const body = { info: { name, version, description: readme }, urls: filesOf(version) }
        table[`/pypi/${name}/${version}/json`] = { body }
      }
    }
  })
}

/** Answers as NuGet's V3 API does; its service index is at `/v3/index.json`. */
export function serveNuget(published: Published): Promise<StandIn> {
  return serve((url, table) => {
    const content = `${url}/v3-flatcontainer/`
    const resources = [
      { '@id': `${url}/query`, '@type': 'SearchQueryService' },
      { '@id': content, '@type': 'PackageBaseAddress/3.0.0' },
      { '@id': `${content}{lower_id}/{lower_version}/readme`, '@type': 'ReadmeUriTemplate/6.13.0' },
    ]
    table['/v3/index.json'] = { body: { version: '3.0.0', resources } }
    for (const [name, versions] of Object.entries(published)) {
      const base = `/v3-flatcontainer/${name.toLowerCase()}`
      table[`${base}/index.json`] = { body: { versions: Object.keys(versions) } }
      for (const [version, readme] of Object.entries(versions)) {
        if (readme !== null) table[`${base}/${version}/readme`] = { body: readme }
      }
    }
  })
}

/** Answers as crates.io does: READMEs are rendered pages in a storage that answers 403 where there is none. */
export function serveCrates(published: Published): Promise<StandIn> {
  return serve((url, table) => {
    for (const [name, versions] of Object.entries(published)) {
      const api = `/api/v1/crates/${name}`
      const described = Object.keys(versions).map((num) => ({ num, checksum: fakeHash(name, num, 'crate') }))
      table[api] = { body: { crate: { id: name }, versions: described.toReversed() } }
      for (const [index, [version, readme]] of Object.entries(versions).entries()) {
        const page = `/readmes/${name}/${name}-${version}.html`
        table[`${api}/${version}`] = { body: { version: described[index] } }
        table[`${api}/${version}/readme`] = { body: { url: `${url}${page}` } }
        table[page] = readme === null ? { status: 403 } : { body: readme }
      }
    }
  })
}

/** The hash that a stand-in gives for a file that it does not have. */
export function fakeHash(...parts: string[]): string {
  return Buffer.from(parts.join()).toString('hex').padEnd(64, '0').slice(0, 64)
}

async function serve(fill: (url: string, table: StandIn['table']) => void): Promise<StandIn> {
  const table: StandIn['table'] = {}
  const server = await serveTable(table)
  fill(server.url, table)
  return { ...server, table }
}
