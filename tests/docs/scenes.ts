import { createHash } from 'node:crypto'
import { gitHub, progress } from '../../src/cli/testing/github.ts'
import { listed, WEATHER } from '../../src/cli/testing/listed.ts'
import type { StageOptions } from '../../src/cli/testing/stage.ts'
import type { Status } from '../../src/model/status.ts'

const NAME = WEATHER.name
const SAYS = 'Weather, alerts and radar for any place on Earth'
const VERSIONS = 'https://registry.example/v0.1/servers/io.github.acme%2Fweather/versions'

const git = {
  '.git/config': '[remote "origin"]\n\turl = https://github.com/acme/weather-mcp.git\n',
  '.git/HEAD': 'ref: refs/heads/main\n',
}
const merged = [progress(1), progress(2), progress(3), progress(5)]
const signedIn = { ...gitHub(merged), openPullFor: async () => undefined }

const npmPackage = { name: '@acme/weather-mcp', version: '1.4.0', mcpName: NAME, bin: './index.js' }
const npm = {
  files: { ...git, 'package.json': JSON.stringify({ ...npmPackage, description: SAYS }) },
  web: { 'https://npm.example/@acme%2Fweather-mcp/1.4.0': { version: '1.4.0', mcpName: NAME } },
}

const NO_NAME = { 'https://npm.example/@acme%2Fweather-mcp/1.4.0': { version: '1.4.0' } }

const pypi = {
  files: {
    ...git,
    'pyproject.toml': `[project]\nname = "weather-mcp"\nversion = "1.4.0"\ndescription = "${SAYS}"\nreadme = "README.md"\nscripts = { weather-mcp = "weather:main" }\n`,
    'README.md': `# Weather\n\n<!-- mcp-name: ${NAME} -->\n`,
  },
  web: {
    'https://pypi.org/pypi/weather-mcp/1.4.0/json': {
      info: { name: 'weather-mcp', version: '1.4.0', description: `<!-- mcp-name: ${NAME} -->` },
      urls: [],
    },
  },
}

const config = { config: { Labels: { 'io.modelcontextprotocol.server.name': NAME } } }
const digest = `sha256:${createHash('sha256').update(JSON.stringify(config)).digest('hex')}`
const image = {
  files: {
    ...git,
    Dockerfile: `FROM scratch\nLABEL io.modelcontextprotocol.server.name="${NAME}"\nLABEL org.opencontainers.image.description="${SAYS}"\n`,
  },
  web: {
    'https://ghcr.io/v2/acme/weather/manifests/1.4.0': { config: { digest } },
    [`https://ghcr.io/v2/acme/weather/blobs/${digest}`]: config,
  },
  answers: [SAYS],
}

const serverInfo = { name: 'weather', version: '1.4.0', description: SAYS }
const initialized = { protocolVersion: '2025-06-18', capabilities: {}, serverInfo }
const remote = { 'https://mcp.acme.com/mcp': { jsonrpc: '2.0', id: 1, result: initialized } }

const manifest = {
  manifest_version: '0.3',
  name: 'weather-mcp',
  version: '1.4.0',
  description: SAYS,
  server: { type: 'binary', entry_point: 'weather' },
}
const CONTENT = 'what a bundle holds'
const bundle = {
  files: {
    ...git,
    'manifest.json': JSON.stringify(manifest),
    'weather-mcp.mcpb': JSON.stringify(CONTENT),
  },
  web: { 'https://github.com/acme/weather-mcp/releases/download/v1.4.0/weather-mcp.mcpb': CONTENT },
}

function listing(status: Status = 'active', message?: string): StageOptions {
  return { web: { [VERSIONS]: { servers: [listed(WEATHER, status, message)] } } }
}

/** Where a transcript is played, and what of it is shown. */
export interface Scene extends StageOptions {
  /** How the first line begins that is left out, with all that follow. */
  until?: string
}

const until = 'Pull request to'

/** Where the program runs in the transcripts of the documentation: by page and heading. */
export const SCENES: Readonly<Record<string, Scene>> = {
  'docs/publish.md: npm': { ...npm, github: signedIn },
  'docs/publish.md: PyPI': { ...pypi, github: signedIn, until },
  'docs/publish.md: A container image': { ...image, github: signedIn, until },
  'docs/publish.md: A remote server': { web: remote, github: signedIn, until },
  'docs/publish.md: Nothing packaged yet': { ...bundle, github: signedIn, until },
  'docs/publish.md: When it is refused': { ...npm, web: NO_NAME, github: signedIn },
  'docs/settings.md: Let the program find them': {
    ...npm,
    files: { ...npm.files, '.env.example': 'ACME_TOKEN=\nACME_REGION=eu\n' },
  },
  'docs/change.md: Deprecate': { ...listing(), github: signedIn, until },
  'docs/change.md: Rename': { ...listing(), github: signedIn, until },
  'docs/change.md: Delete': { ...listing(), github: signedIn, until },
  'docs/change.md: Restore': { ...listing('deprecated', 'Use 1.4.1'), github: signedIn, until },
}
