import { parseArgs } from 'node:util'
import { httpAssets } from '../src/api/http-assets.ts'
import type { RecordIndex } from '../src/api/index/record-index.ts'
import { lostEntries, readIndex } from '../src/api/retention.ts'
import { fileAssets } from '../src/api/serve/file-assets.ts'
import { readConfig } from '../src/catalog/config.ts'
import { RegistryError } from '../src/model/registry-error.ts'
import { registryOut, registryRoot } from './folders.ts'
import { run, warn } from './run.ts'

const HELP = `Compares a build with the registry that is live, and fails where entries would be lost.

  node scripts/retention.ts [--dir DIR] [--live URL] [--allow-losses]

  --dir DIR        the build (default: REGISTRY_OUT, or dist)
  --live URL       the live registry (default: its url)
  --allow-losses   list what is lost, and go on`

const SHOWN = 20

/** With losses allowed, a registry that cannot be read is no obstacle either: it may be what this deployment repairs. */
async function readLive(url: string, allowLosses: boolean): Promise<RecordIndex | 'unreadable' | undefined> {
  try {
    return await readIndex(httpAssets(url))
  } catch (error) {
    if (!allowLosses) throw error
    warn(`What is live cannot be read: ${(error as Error).message}`)
    return 'unreadable'
  }
}

await run(async () => {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: registryOut },
      live: { type: 'string', default: readConfig(registryRoot).url },
      'allow-losses': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return console.log(HELP)
  const built = await readIndex(fileAssets(values.dir))
  if (!built)
    throw new RegistryError('R606', `There is no built registry in \`${values.dir}\`.`, {
      fix: 'Run `npm run build` first.',
    })
  const live = await readLive(values.live.replace(/\/*$/, '/'), values['allow-losses'])
  if (live === 'unreadable') return
  if (!live) return console.log(`Nothing is live at ${values.live} yet: ${built.versions} versions are new.`)
  const lost = lostEntries(live, built)
  if (lost.length === 0)
    return console.log(`All ${live.versions} versions that are live are kept; ${built.versions} now.`)
  const list = [
    ...lost.slice(0, SHOWN),
    ...(lost.length > SHOWN ? [`… and ${lost.length - SHOWN} more`] : []),
  ]
  const summary = `This build loses ${lost.length} of ${live.versions} versions that are live:\n${list.map((entry) => `  ${entry}`).join('\n')}`
  if (values['allow-losses']) return console.log(summary)
  throw new RegistryError('R608', summary, {
    fix: 'Restore them, or run the workflow by hand with "allow losses" where this is meant.',
  })
})
