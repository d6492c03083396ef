import { emitWithoutSite } from '../src/api/emit/emit-api.ts'
import { buildAside } from '../src/api/emit/swap.ts'
import { readConfig } from '../src/catalog/config.ts'
import { loadCatalog } from '../src/catalog/read-catalog.ts'
import { registryOut, registryRoot, requireRegistry } from './folders.ts'
import { run, warn } from './run.ts'

await run(async () => {
  requireRegistry()
  const config = readConfig(registryRoot)
  const catalog = await loadCatalog(registryRoot, { warn })
  await buildAside(registryOut, (folder) => emitWithoutSite(catalog, config, folder, { warn }))
  console.log(`${catalog.servers.length} servers in ${registryOut}`)
})
