import type { KeyValueInput, Package, ServerJson } from '../../model/server-json.ts'

/**
 * What templates write for people to replace: `mcp-publisher init` (`com.example/…`, `<your-username>`,
 * `YOUR_API_KEY`), and `dotnet new mcpserver` (`<your package ID here>`).
 */
const PLACEHOLDER =
  /<your[ -][^>]{1,60}>|\[describe what your server does\]|^com\.example\/|^@your-org\/|^(?:docker\.io\/)?(?:@?your-[a-z-]+\/)?your-(?:package|image|server)(?::|$)|^YOUR_API_KEY$|^<[^<>]{1,60}>$/
/** What `mcp-publisher init` gives to every server and every package. */
const TEMPLATE_VERSION = '1.0.0'

/** A document without the placeholders of a template, and which ones it had. */
export function withoutPlaceholders(server: Partial<ServerJson>): {
  server: Partial<ServerJson>
  found: string[]
} {
  const found: string[] = []
  const isReal = (text: string | undefined): boolean => {
    const isPlaceholder = text !== undefined && text.length < 300 && PLACEHOLDER.test(text)
    if (isPlaceholder && !found.includes(text)) found.push(text)
    return !isPlaceholder
  }
  const fields = Object.entries(server).filter(([, value]) => typeof value !== 'string' || isReal(value))
  const rest = Object.fromEntries(fields) as Partial<ServerJson>
  const packages = server.packages
    ?.filter(({ identifier }) => isReal(identifier))
    .map((item) => withoutTemplateSettings(item, isReal))
  const { repository } = server
  if (repository && !isReal(repository.url)) delete rest.repository
  if (packages) rest.packages = packages
  return found.length > 0 ? { server: withoutVersion(rest, isReal), found } : { server: rest, found }
}

function withoutTemplateSettings(item: Package, isReal: (text: string) => boolean): Package {
  const { environmentVariables, ...rest } = item
  const isKept = ({ name, description = '' }: KeyValueInput) => isReal(name) && isReal(description)
  const kept = environmentVariables?.filter(isKept) ?? []
  return kept.length > 0 ? { ...rest, environmentVariables: kept } : rest
}

/** Next to a placeholder `1.0.0` is one too, and not what the package says about itself. */
function withoutVersion(
  server: Partial<ServerJson>,
  isReal: (text: string | undefined) => boolean,
): Partial<ServerJson> {
  const { version, packages, ...rest } = server
  return {
    ...rest,
    ...(version && version !== TEMPLATE_VERSION && { version }),
    ...(packages && { packages: packages.map((item) => withoutItsVersion(item, isReal)) }),
  }
}

function withoutItsVersion(item: Package, isReal: (text: string | undefined) => boolean): Package {
  const { version, ...rest } = item
  return version !== undefined && version !== TEMPLATE_VERSION && isReal(version) ? item : rest
}
