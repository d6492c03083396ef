import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { rowOf, type ServerRow } from './site/lists/server-row.ts'
import { siteServers } from './site/shared-registry.ts'

/**
 * Every server, as lists show it. The entries are lean on purpose: Astro writes a collection to disk and compiles it
 * into the bundle. What only a server's own page shows, that page takes from the catalog.
 */
const servers = defineCollection({
  loader: {
    name: 'registry',
    async load({ store }) {
      store.clear()
      for (const server of await siteServers()) store.set({ id: server.name, data: { ...rowOf(server) } })
    },
  },
  schema: z.custom<ServerRow>(),
})

const docs = defineCollection({
  loader: glob({ pattern: '*.md', base: './docs' }),
  schema: z.object({
    title: z.string(),
    description: z.string(),
    order: z.number().default(100),
  }),
})

export const collections = { servers, docs }
