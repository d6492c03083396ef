import { serverFolder, versionFolder } from '../../src/model/tree-path.ts'

/** The server.json of one version, as `path → text`. */
export function serverFile(name: string, version: string, more: object = {}): Record<string, string> {
  return { [`${versionFolder(name, version)}/server.json`]: serverText(name, version, more) }
}

export function serverText(name: string, version: string, more: object = {}): string {
  const document = {
    $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
    name,
    description: 'Tells the weather.',
    version,
    ...more,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** The status.md of one version, or of the server. */
export function statusFile(
  name: string,
  version: string | undefined,
  status: string,
  message = '',
): Record<string, string> {
  const folder = version === undefined ? serverFolder(name) : versionFolder(name, version)
  return { [`${folder}/status.md`]: statementText({ status }, message) }
}

/** A Markdown file with front matter. */
export function statementText(data: Record<string, string>, body = ''): string {
  const lines = Object.entries(data).map(([key, value]) => `${key}: ${value}\n`)
  return `---\n${lines.join('')}---\n${body}`
}
