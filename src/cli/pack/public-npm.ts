import npmRegistryFetch from 'npm-registry-fetch'
import type { Plugin } from 'rolldown'

const ID = 'virtual:public-npm'

/**
 * What the program needs of npm's own client is the address of the public registry, which no file of this project
 * states. A bundle has it written out, in place of half a megabyte.
 */
export function publicNpm(): Plugin {
  const address = npmRegistryFetch.pickRegistry('any', {})
  return {
    name: 'public-npm',
    resolveId: {
      filter: { id: /^npm-registry-fetch$/ },
      handler: () => ID,
    },
    load: {
      filter: { id: /^virtual:public-npm$/ },
      handler: () => ({
        code: `export default { pickRegistry: () => ${JSON.stringify(address)} }`,
        moduleType: 'js',
      }),
    },
  }
}
