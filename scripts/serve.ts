import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { createApp } from '../src/api/serve/app.ts'
import { readConfig } from '../src/catalog/config.ts'
import { RegistryError } from '../src/model/registry-error.ts'
import { registryOut, registryRoot } from './folders.ts'
import { run } from './run.ts'

const HELP = `Serves a built registry: the API with all its queries, and the site.

  npm run serve -- [--dir DIR] [--port N] [--host HOST]

  --dir DIR    the built registry (default: REGISTRY_OUT, or dist)
  --port N     the port; 0 takes a free one (default: PORT, or 4321)
  --host HOST  the address to listen on (default: HOST, or 127.0.0.1; 0.0.0.0 for all)`

/** How long requests under way may take to end after a signal to stop, in milliseconds. */
const GRACE = 5000

await run(async () => {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: registryOut },
      port: { type: 'string', default: process.env.PORT || '4321' },
      host: { type: 'string', default: process.env.HOST || '127.0.0.1' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return console.log(HELP)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RegistryError('R600', `\`${values.port}\` is not a port.`, {
      fix: 'Give a number from 0 to 65535.',
    })
  }
  const root = resolve(values.dir)
  if (!existsSync(join(root, 'r/head.json'))) {
    throw new RegistryError('R606', `There is no built registry in \`${values.dir}\`.`, {
      fix: 'Run `npm run build` first.',
    })
  }
  const { base, repository } = readConfig(registryRoot)
  const publishUrl = repository && `https://github.com/${repository}`
  const app = createApp(root, { base, ...(publishUrl && { publishUrl }) })
  const server = serve({ fetch: app.fetch, port, hostname: values.host }, ({ port }) =>
    console.log(`http://localhost:${port}${base}`),
  )
  server.on('error', (error: NodeJS.ErrnoException) => {
    const inUse = error.code === 'EADDRINUSE'
    console.error(inUse ? `Port ${values.port} is in use; choose another with --port.` : error.message)
    process.exitCode = 1
  })
  const stop = (): void => {
    server.close()
    setTimeout(() => process.exit(0), GRACE).unref()
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
})
