import { httpAssets } from '../src/api/http-assets.ts'
import { readIndex } from '../src/api/retention.ts'
import { readConfig } from '../src/catalog/config.ts'
import { RegistryError } from '../src/model/registry-error.ts'
import { announce } from '../src/github/announce.ts'
import { lastMergedPulls } from '../src/github/merged-pulls.ts'
import { openRegistryRepository } from '../src/github/registry-repository.ts'
import { run } from './run.ts'
import { clone } from './workflow.ts'

// After a deployment: tells the pull requests in it that what they published can be seen now.
await run(async () => {
  const registry = openRegistryRepository()
  const { url } = readConfig(clone)
  const live = await readIndex(httpAssets(url))
  if (!live) {
    throw new RegistryError('R607', `There is no registry at ${url}.`, {
      fix: 'Set REGISTRY_URL, or `url` in registry.config.json, to where the registry is served.',
    })
  }
  const pulls = await lastMergedPulls(clone, 'HEAD')
  const told = await announce(registry, pulls, live, url, Date.now())
  console.log(told.length > 0 ? `Told ${told.map((number) => `#${number}`).join(', ')}.` : 'Nobody to tell.')
})
